package org.openengagement.ledger.entry;

/** An event holds more than an entry can. Nothing of it was recorded. */
public final class EntryTooLargeException extends RuntimeException {

    EntryTooLargeException(String message) {
        super(message);
    }
}
