package org.openengagement.query.readmodels;

import org.openengagement.query.cases.CaseView;

/**
 * What defines a read model that persists: what it keeps of one case, and the rows in memory that it answers from.
 *
 * <p>The local index keeps the bytes of a case in the case's own document, so that they are durable in the same write as the
 * position that they reflect. Rows are built from these bytes only, when a case changes and when a node starts: so what is
 * loaded is what was shown before.
 *
 * <p>Rows may be ahead of the position that a reader asks for: what they hold must carry its own position.
 *
 * @param <R> the rows: anything that many threads can read while one thread replaces a case
 */
public interface CaseReadModel<R> {

    /** Its name among the read models: lower-case letters, digits and hyphens. */
    String name();

    /**
     * Counts up whenever {@link #bytesOf} gives other bytes for the same case. What was kept under another version is not read:
     * it is made again from the ledger.
     */
    int version();

    /** What it keeps of a case: a pure function of the case. */
    byte[] bytesOf(CaseView view);

    /** Rows that hold no case yet. */
    R emptyRows();

    /**
     * Puts a case in the place of what the rows held of it. Doing so again with the same bytes changes no answer.
     *
     * @param bytes what {@link #bytesOf} gave in this version, or anything else where the disk holds what it should not
     * @throws IllegalArgumentException if the bytes are not those of a case; the rows are then as before
     */
    void replace(R rows, byte[] bytes);
}
