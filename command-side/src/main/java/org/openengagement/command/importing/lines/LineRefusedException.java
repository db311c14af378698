package org.openengagement.command.importing.lines;

import org.openengagement.ledger.start.MendableFailure;

/** A line cannot be taken. Nothing of it was recorded, and it stops no other. The message is a sentence for a person. */
public final class LineRefusedException extends RuntimeException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line the number of the line in its file, from 1
     * @param message what is wrong with it
     */
    public LineRefusedException(long line, String message) {
        // A refused line is a finding, not a fault: it needs no stack trace, and a hostile file makes many.
        super(message, null, false, false);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
