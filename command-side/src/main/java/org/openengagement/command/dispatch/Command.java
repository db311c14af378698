package org.openengagement.command.dispatch;

/**
 * Something that is asked of the ledger. Implementations are records that are well-formed once they exist: their
 * constructors refuse what no state of the ledger could make right.
 *
 * @param <R> what the caller learns
 */
public interface Command<R> {

    /**
     * What the caller learns. It follows from what was recorded and nothing else, so that a repeat years later is answered
     * alike.
     */
    R answer(Outcome outcome);

    /** A command whose caller learns what was recorded, and no more. */
    interface Plain extends Command<Outcome> {

        @Override
        default Outcome answer(Outcome outcome) {
            return outcome;
        }
    }
}
