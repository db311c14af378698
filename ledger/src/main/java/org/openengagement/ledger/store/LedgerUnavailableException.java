package org.openengagement.ledger.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached, or did not answer in time. */
public final class LedgerUnavailableException extends RuntimeException {

    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
