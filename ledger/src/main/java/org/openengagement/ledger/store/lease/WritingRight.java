package org.openengagement.ledger.store.lease;

import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Writership;

/** Whether this process is the one that writes to the ledger. It is about fairness and speed; no promise rests on it. */
public interface WritingRight extends AutoCloseable {

    /**
     * Which of its times as the writer this is. When it is another than before, others may have written in between.
     *
     * @throws NotTheWriterException if it is not the writer now; returns or throws at once
     */
    long tenure();

    /** Another process's commit was found where this one's was to stand. */
    void collided();

    /** Who writes, as far as this process knows. */
    Writership writership();

    /** Hands it over. */
    @Override
    void close();
}
