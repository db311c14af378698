package org.openengagement.ledger.store;

import java.util.List;
import org.openengagement.ledger.start.MendableFailure;

/** A commit does not say where each command's events end, or contradicts itself about it. Its events cannot be read. */
public final class CommitUnreadableException extends RuntimeException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    private final long position;

    private CommitUnreadableException(long position, String message) {
        super(message);
        this.position = position;
    }

    public static CommitUnreadableException withoutUnits(long position) {
        return new CommitUnreadableException(
                position,
                "The commit at position %d does not say which events each command recorded (units): it was written by a version before the first release. Start with an empty data directory or database, and import your data again."
                        .formatted(position));
    }

    public static CommitUnreadableException ofUnits(long position, List<Integer> units, long count, int entries) {
        return new CommitUnreadableException(
                position,
                "The commit at position %d is damaged: its units %s and its count %d do not fit its %d events. Restore the data directory or database from a backup."
                        .formatted(position, units, count, entries));
    }

    /** The position of the commit's first event. */
    public long position() {
        return position;
    }
}
