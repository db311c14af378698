package org.openengagement.ledger.entry.canonical;

import org.jspecify.annotations.Nullable;

/** Something is not JSON that the ledger takes: not well-formed, ambiguous, or without a canonical form. */
public final class JsonRefusedException extends RuntimeException {

    public JsonRefusedException(String message) {
        super(message);
    }

    public JsonRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
