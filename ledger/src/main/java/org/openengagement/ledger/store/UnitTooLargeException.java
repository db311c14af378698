package org.openengagement.ledger.store;

/** A unit exceeds what one command may record. Nothing of it was recorded. */
public final class UnitTooLargeException extends RuntimeException {

    public UnitTooLargeException(String message) {
        super(message);
    }
}
