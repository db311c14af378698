package org.openengagement.ledger.events.clock;

import java.util.UUID;
import org.openengagement.ledger.events.Sealed;

/**
 * Somebody recorded an event as of an earlier day than the one on which the ledger learnt it, and said on what ground. It
 * stands in the same stream and the same commit as the event.
 *
 * @param event the id of the event whose {@code effectiveOn} is claimed; those recorded with it share the day
 * @param ground why it is recorded later than it happened
 */
public record EarlierDayClaimed(UUID event, Sealed<String> ground) implements ClockEvent {}
