package org.openengagement.ledger.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.start.MendableFailure;

/** The store cannot be reached, or did not answer in time. */
public sealed class LedgerUnavailableException extends RuntimeException implements MendableFailure
        permits NotTheWriterException {

    /** A replica set chooses another primary in about as long. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final boolean outcomeUnknown;

    /** Nothing was recorded. */
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private LedgerUnavailableException(String message, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** A unit was sent to the store, and nobody could say in time whether it was recorded, or will be. */
    public static LedgerUnavailableException inDoubt(@Nullable Throwable cause) {
        return new LedgerUnavailableException(
                "The ledger's store did not answer in time. It is not known whether this was recorded: "
                        + "repeat the same request with the same idempotency key to find out.",
                cause,
                true);
    }

    /**
     * Whether the unit may have been recorded all the same, or may yet be. Only repeating the same request, or looking for
     * one of its claims, can tell. Otherwise nothing was recorded.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** After how long it is worth to try again. */
    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
