package org.openengagement.query.search;

import org.jspecify.annotations.Nullable;

/**
 * How cases are ordered. Cases with the same value are ordered by when the ledger learnt of them.
 *
 * @param field by what
 * @param direction which way
 */
public record ProposalOrder(Field field, Direction direction) {

    /** What cases can be ordered by. */
    public enum Field {
        SUBMITTED,
        DUE,
        LAST_CHANGED,
        ENDORSEMENTS,
        RELEVANCE
    }

    /** Which way. */
    public enum Direction {
        ASC,
        DESC
    }

    /** The order asked for; without one, the most relevant first of a search, else the newest submission. */
    static ProposalOrder orUsual(@Nullable ProposalOrder asked, boolean searches) {
        if (asked != null) {
            return asked;
        }
        return new ProposalOrder(searches ? Field.RELEVANCE : Field.SUBMITTED, Direction.DESC);
    }

    boolean descending() {
        return direction == Direction.DESC;
    }

    /** What cursors of this order say of it. */
    public String name() {
        return field.name() + "." + direction.name();
    }
}
