package org.openengagement.query.standing;

import java.time.LocalDate;

/**
 * Up to where the ledger is read: only what it held at a position, and of that only what had happened by a day. Statisticians
 * call it a data cutoff.
 *
 * @param position the last ledger position that counts; -1 for none
 * @param day the last day that counts, in the ledger's zone
 */
public record Cutoff(long position, LocalDate day) {

    /** Nothing is cut off. */
    public static final Cutoff NONE = new Cutoff(Long.MAX_VALUE, LocalDate.MAX);

    /** All that is held and had happened by a day. */
    public static Cutoff on(LocalDate day) {
        return new Cutoff(Long.MAX_VALUE, day);
    }
}
