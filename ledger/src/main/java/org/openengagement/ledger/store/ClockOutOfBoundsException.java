package org.openengagement.ledger.store;

/** The clock of this machine cannot be trusted with the ledger. Nothing was recorded. */
public final class ClockOutOfBoundsException extends RuntimeException {

    public ClockOutOfBoundsException(String message) {
        super(message);
    }
}
