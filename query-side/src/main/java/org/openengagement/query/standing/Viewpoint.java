package org.openengagement.query.standing;

import java.time.LocalDate;

/**
 * From where a figure looks: only what the ledger held at a position, and of that only what had happened by a day.
 *
 * @param position the last ledger position that counts; -1 for none
 * @param day the last day that counts, in the ledger's zone
 */
public record Viewpoint(long position, LocalDate day) {

    /** Everything that is held, whatever its day. */
    public static final Viewpoint LATEST = new Viewpoint(Long.MAX_VALUE, LocalDate.MAX);

    /** Everything that is held, of which what had happened by a day. */
    public static Viewpoint on(LocalDate day) {
        return new Viewpoint(Long.MAX_VALUE, day);
    }
}
