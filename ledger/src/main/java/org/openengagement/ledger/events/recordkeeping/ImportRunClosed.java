package org.openengagement.ledger.events.recordkeeping;

/**
 * An import is over.
 *
 * @param run the run that {@link ImportRunOpened} named
 * @param accepted lines whose events are in the ledger, those of earlier runs included
 * @param refused lines that were refused
 */
public record ImportRunClosed(String run, long accepted, long refused) implements RecordkeepingEvent {}
