package org.openengagement.ledger.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.openengagement.ledger.store.waiting.Pause;

/**
 * Keeps the disclosures of several commands by one write, until it is known of each that a majority holds them.
 *
 * <p>An answer can be lost while the write goes on. So the same is added again, which is harmless; what is found to be there
 * already counts once it is read at majority, since what only the primary has seen may be rolled back.
 */
final class Keeper {

    private final KeptDisclosures kept;
    private final MonotonicTime time;

    Keeper(KeptDisclosures kept, MonotonicTime time) {
        this.kept = kept;
        this.time = time;
    }

    /** Keeps what can be, and returns when each of them has an answer. The trouble of one does not fail the others. */
    void keep(List<WaitingDisclosures> together) {
        try {
            settle(together);
        } catch (RuntimeException | Error unexpected) {
            // Whoever still waits must be answered; those who were answered keep their answer.
            fail(together, unexpected);
        }
    }

    private void settle(List<WaitingDisclosures> together) {
        Pause pause = new Pause(time);
        List<WaitingDisclosures> open = together;
        while (true) {
            @Nullable RuntimeException cause = null;
            switch (kept.add(disclosuresOf(open))) {
                case KeptDisclosures.Addition.Done done -> {
                    try {
                        open = unknownAfter(done.thereBefore(), open);
                    } catch (LedgerUnavailableException unread) {
                        cause = unread;
                    }
                }
                case KeptDisclosures.Addition.Unknown unknown -> cause = unknown.cause();
                case KeptDisclosures.Addition.Refused refused -> {
                    refuse(open, refused.cause());
                    return;
                }
            }
            open = withoutThoseWhoWaitedTooLong(open, cause);
            if (open.isEmpty()) {
                return;
            }
            pause.take();
        }
    }

    /** Those of whom it is not known yet: what they ran into is not read at majority, and may still go. */
    private List<WaitingDisclosures> unknownAfter(Set<UUID> thereBefore, List<WaitingDisclosures> open) {
        Map<UUID, Disclosure> held = thereBefore.isEmpty() ? Map.of() : kept.of(thereBefore);
        return open.stream().filter(one -> !one.settle(thereBefore, held)).toList();
    }

    /** The disclosures of one of these cannot be kept: finds out whose, so that they take no others with them. */
    private void refuse(List<WaitingDisclosures> together, RuntimeException reason) {
        if (together.size() == 1) {
            together.getFirst().fail(reason);
        } else {
            together.forEach(one -> keep(List.of(one)));
        }
    }

    private static List<WaitingDisclosures> withoutThoseWhoWaitedTooLong(
            List<WaitingDisclosures> open, @Nullable RuntimeException cause) {
        List<WaitingDisclosures> patient = new ArrayList<>(open);
        patient.removeIf(WaitingDisclosures::hasWaitedTooLong);
        List<WaitingDisclosures> impatient = new ArrayList<>(open);
        impatient.removeAll(patient);
        fail(impatient, cause);
        return patient;
    }

    private static void fail(List<WaitingDisclosures> those, @Nullable Throwable cause) {
        those.forEach(one -> one.fail(new LedgerUnavailableException(
                "The texts of this could not be kept in time, so nothing was recorded.%s"
                        .formatted(cause == null ? "" : " " + cause.getMessage()),
                cause)));
    }

    private static List<Disclosure> disclosuresOf(List<WaitingDisclosures> together) {
        return together.stream().flatMap(one -> one.disclosures().stream()).toList();
    }
}
