package org.openengagement.ledger.store;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This process is a standby: another one writes to the ledger. Nothing was recorded. */
public final class NotTheWriterException extends LedgerUnavailableException {

    private final @Nullable String holder;
    private final Duration retryAfter;

    /**
     * @param holder who writes, for people; {@code null}: nobody is known to
     * @param retryAfter when this process may be the writer at the earliest
     */
    public NotTheWriterException(@Nullable String holder, Duration retryAfter) {
        super(
                "This node is a standby%s. Nothing was recorded; send it there, or here again in %d s."
                        .formatted(
                                holder == null
                                        ? ", and no other is known to write to the ledger now"
                                        : ": " + holder + " writes to the ledger",
                                Math.max(1, retryAfter.toSeconds())),
                null);
        this.holder = holder;
        this.retryAfter = retryAfter;
    }

    /** Who writes to the ledger, for people; empty where nobody is known to. */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }

    /** When this process may be the writer at the earliest, one second or more from now. */
    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
