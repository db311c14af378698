package org.openengagement.ledger.events.recordkeeping;

import org.openengagement.ledger.events.EventName;

/**
 * An import is over.
 *
 * @param run the run that {@link ImportRunOpened} named
 * @param accepted lines whose events are in the ledger, those of earlier runs included; of a run that was abandoned, the events
 *     that it brought in
 * @param refused lines that were refused; of a run that was abandoned 0, since nobody counted them
 */
@EventName("ImportRunClosed")
public record ImportRunClosed(String run, long accepted, long refused) implements RecordkeepingEvent {}
