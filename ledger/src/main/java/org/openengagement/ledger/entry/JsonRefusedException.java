package org.openengagement.ledger.entry;

import org.jspecify.annotations.Nullable;

/** Something is not JSON that the ledger takes: not well-formed, ambiguous, or without a canonical form. */
public final class JsonRefusedException extends RuntimeException {

    JsonRefusedException(String message) {
        super(message);
    }

    JsonRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
