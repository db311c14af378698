package org.openengagement.command.keys;

import org.openengagement.ledger.start.MendableFailure;

/** The keys of this side cannot be used; the message says which, why, and what to do. */
public final class KeysUnusableException extends RuntimeException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    public KeysUnusableException(String message) {
        super(message);
    }

    KeysUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
