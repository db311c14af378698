package org.openengagement.ledger.store;

/**
 * The ledger's store: one total, gapless, final order of entries, read and added to.
 *
 * <p>All methods may be called from many threads at once.
 *
 * @throws LedgerUnavailableException from every method, when the store cannot be reached or does not answer in time
 */
public interface LedgerStore extends LedgerReader {

    /**
     * Records a unit, and returns when it is durable. Waits uninterruptibly. Units of many callers are gathered into one
     * write; a unit that is refused takes none of the others with it.
     *
     * @throws NotTheWriterException at once, if this process is a standby; nothing was recorded
     * @throws ClaimTakenException if the ledger holds one of its claims already, or a place in a stream is taken
     * @throws UnitTooLargeException if it exceeds the limits of {@link Unit}
     * @throws ClockOutOfBoundsException if this machine's clock is over 30 s off the store's, or the head is over 30 s
     *     ahead
     */
    Recorded append(Unit unit);

    /**
     * Asks, before work is done in vain, whether a unit would be taken now.
     *
     * @throws NotTheWriterException at once, if this process is a standby
     */
    void requireWritership();

    /** Who writes to the ledger, as far as this process knows. Asks nobody. */
    Writership writership();
}
