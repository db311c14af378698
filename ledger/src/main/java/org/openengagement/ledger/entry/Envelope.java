package org.openengagement.ledger.entry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Actor;

/**
 * All of an entry but the event itself and the instant at which the ledger learnt it.
 *
 * @param stream the stream it stands in
 * @param sequence its place there, from 0
 * @param id the event's id
 * @param effectiveOn the day it happened, as claimed, in the ledger's zone
 * @param actor who acted
 * @param causedBy the id of the event that led to it: for imported history, the opening of its run
 */
public record Envelope(
        String stream,
        long sequence,
        UUID id,
        LocalDate effectiveOn,
        Actor actor,
        @Nullable UUID causedBy) {}
