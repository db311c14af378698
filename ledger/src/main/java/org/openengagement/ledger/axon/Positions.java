package org.openengagement.ledger.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Positions as Axon's tokens. A token names the last position that was handled; a reader wants the next. */
final class Positions {

    private Positions() {}

    /** The token of somebody who has handled everything before a position. */
    static TrackingToken tokenBefore(long position) {
        return new GlobalSequenceTrackingToken(position - 1);
    }

    /**
     * The position that comes after a token.
     *
     * @param token {@code null}: nothing was handled
     */
    static long after(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        if (WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken last) {
            return last.getGlobalIndex() + 1;
        }
        throw new IllegalArgumentException("The ledger is followed by position, not by %s.".formatted(token));
    }
}
