package org.openengagement.ledger.store.appending;

import java.time.Instant;

/**
 * Where the ledger ends.
 *
 * @param next the position of the entry that comes next; also how many entries there are
 * @param recordedAt when the last entry was recorded; {@link Instant#EPOCH} for an empty ledger
 */
public record Head(long next, Instant recordedAt) {

    public static final Head OF_AN_EMPTY_LEDGER = new Head(0, Instant.EPOCH);
}
