package org.openengagement.ledger.events.clock;

import java.util.UUID;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * Somebody said on what ground an event is recorded as it is: as of an earlier day than the one on which the ledger learnt
 * it, or on behalf of an institution. It stands in the same stream and the same commit as the event.
 *
 * @param event the id of the event that it is about; those recorded with it share the ground
 * @param ground what was said
 */
@EventName("GroundGiven")
public record GroundGiven(UUID event, Sealed<String> ground) implements ClockEvent {}
