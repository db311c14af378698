package org.openengagement.ledger.entry;

import org.openengagement.ledger.events.LedgerEvent;

/**
 * How a kind of event is stored.
 *
 * @param name its logical name, which outlives every renaming of a class
 * @param revision the newest revision of its stored shape, from 1; older ones are brought up by an {@link Upcaster}
 * @param eventClass the record that holds it now
 */
public record EventType(String name, int revision, Class<? extends LedgerEvent> eventClass) {}
