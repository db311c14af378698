package org.openengagement.query.following;

import org.openengagement.ledger.entry.RecordedEvent;

/**
 * Something that this node keeps for its own answers, and can make again from the ledger alone.
 *
 * <p>Events come in order of position, without a gap, from one thread at a time. An event may come again: whoever has seen
 * its position already leaves it.
 */
public interface LocalReadModel {

    /** The position of the last event that it has seen; -1 for none. */
    long position();

    /** Takes in one event. */
    void on(RecordedEvent event);

    /** Shows what it has taken in: from the return on, every answer reflects {@link #position()}. */
    void show();
}
