package org.openengagement.ledger.store.appending;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Unit;

/** What a client wants recorded, with all that it was told about it. */
final class Wish {

    private final Supplier<Unit> unit;
    final List<Attempt> attempts = new ArrayList<>();

    /** Where its repeats were told that it stands. */
    final List<Recorded> found = new ArrayList<>();

    Wish(Supplier<Unit> unit) {
        this.unit = unit;
    }

    /** The unit, made anew: its events have other ids each time. */
    Unit unit() {
        return unit.get();
    }

    /** Whether the client knows what became of it. */
    boolean isSettled() {
        return !found.isEmpty() || (!attempts.isEmpty() && !attempts.getLast().isInDoubt());
    }

    /** What is known of one attempt: where it was recorded, or why it was not, or may not have been. */
    record Attempt(
            Unit unit,
            @Nullable Recorded recorded,
            @Nullable RuntimeException reason) {

        boolean isInDoubt() {
            return reason instanceof LedgerUnavailableException unavailable && unavailable.outcomeUnknown();
        }
    }
}
