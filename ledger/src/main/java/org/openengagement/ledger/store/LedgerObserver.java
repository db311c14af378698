package org.openengagement.ledger.store;

import java.time.Duration;

/**
 * Told what a store does, for those who measure it. Called on the threads that do the work: it returns at once and throws
 * nothing.
 */
public interface LedgerObserver {

    /** Looks away. */
    LedgerObserver NOBODY = new LedgerObserver() {};

    /** How a caller of {@link LedgerStore#append} was answered. */
    enum Answer {
        RECORDED,
        CLAIM_TAKEN,
        STANDBY,
        CLOCK_REFUSED,
        UNAVAILABLE,
        OUTCOME_UNKNOWN,
        INVALID;

        public static Answer of(RuntimeException refused) {
            return switch (refused) {
                case ClaimTakenException taken -> CLAIM_TAKEN;
                case NotTheWriterException standby -> STANDBY;
                case ClockOutOfBoundsException clock -> CLOCK_REFUSED;
                case LedgerUnavailableException away -> away.outcomeUnknown() ? OUTCOME_UNKNOWN : UNAVAILABLE;
                default -> INVALID;
            };
        }
    }

    /** A caller was answered, after waiting so long. */
    default void answered(Answer answer, Duration waited) {}

    /**
     * The texts of a command were kept, or not, after it waited so long; its entries come to be appended only then. Not told of
     * one that has no texts.
     */
    default void textsKept(boolean kept, Duration waited) {}

    /** So many units wait to be recorded. */
    default void waiting(int units) {}

    /**
     * A commit stands in the ledger.
     *
     * @param head how many entries the ledger holds with it
     */
    default void written(int units, int entries, long head) {}

    /** The answer to one attempt to write was lost, or said nothing; it is tried again. */
    default void answerLost() {}

    /** Another process's commit stood where one was to be written. */
    default void collided() {}

    /** This process became the writer. */
    default void leaseTaken() {}

    /** This process stopped being the writer, other than by handing over. */
    default void leaseLost() {}
}
