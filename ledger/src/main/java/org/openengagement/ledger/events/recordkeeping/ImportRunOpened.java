package org.openengagement.ledger.events.recordkeeping;

import org.openengagement.ledger.events.EventName;

/**
 * History from a source begins to come in. No deadline is recorded as missed for its cases until the run is closed.
 *
 * @param run the run, a random id
 * @param name the source's name, as its cases give it, or {@code unnamed}; never the file's, which may hold a person's
 * @param format the format it was read as
 * @param sha256 lower-case hex of the SHA-256 of the file's bytes
 */
@EventName("ImportRunOpened")
public record ImportRunOpened(String run, String name, String format, String sha256) implements RecordkeepingEvent {}
