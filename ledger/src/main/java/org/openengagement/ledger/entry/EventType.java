package org.openengagement.ledger.entry;

import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * How a kind of event is stored.
 *
 * @param name its logical name, which outlives every renaming of a class
 * @param revision the newest revision of its stored shape, from 1; older ones are brought up by an {@link Upcaster}
 * @param eventClass the record that holds it now
 */
public record EventType(String name, int revision, Class<? extends LedgerEvent> eventClass) {

    /**
     * What an event's {@link EventName} says.
     *
     * @throws IllegalArgumentException if it has none, or an impossible one
     */
    static EventType of(Class<? extends LedgerEvent> event) {
        EventName name = event.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(
                    "%s has no name to be stored under: annotate it with @EventName.".formatted(event.getName()));
        }
        if (name.value().isBlank() || name.revision() < 1) {
            throw new IllegalArgumentException(
                    "%s needs a name and a revision from 1 up in its @EventName.".formatted(event.getName()));
        }
        return new EventType(name.value(), name.revision(), event);
    }
}
