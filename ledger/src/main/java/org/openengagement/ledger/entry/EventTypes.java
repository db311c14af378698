package org.openengagement.ledger.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.clock.ClockEvent;
import org.openengagement.ledger.events.followup.FollowUpEvent;
import org.openengagement.ledger.events.intake.IntakeEvent;
import org.openengagement.ledger.events.recordkeeping.RecordkeepingEvent;
import org.openengagement.ledger.events.referral.ReferralEvent;
import org.openengagement.ledger.events.register.RegisterEvent;
import org.openengagement.ledger.events.response.ResponseEvent;
import org.openengagement.ledger.events.support.SupportEvent;

/**
 * The types of events that can be stored and read. Name and revision stand on each event, in its {@link
 * org.openengagement.ledger.events.EventName}; a new event joins by being permitted in its family.
 */
public final class EventTypes {

    /** The one list of families: an interface outside a named module cannot permit types of other packages. */
    private static final List<Class<? extends LedgerEvent>> FAMILIES = List.of(
            RecordkeepingEvent.class,
            RegisterEvent.class,
            IntakeEvent.class,
            ClockEvent.class,
            ReferralEvent.class,
            ResponseEvent.class,
            FollowUpEvent.class,
            SupportEvent.class);

    private final Map<String, EventType> byName = new HashMap<>();
    private final Map<Class<?>, EventType> byClass = new HashMap<>();

    /**
     * The types of some events; the ledger's own are {@link #ofTheLedger()}.
     *
     * @throws IllegalArgumentException if an event has no name, or two share one
     */
    public EventTypes(Collection<Class<? extends LedgerEvent>> events) {
        for (Class<? extends LedgerEvent> event : events) {
            EventType type = EventType.of(event);
            EventType other = byName.put(type.name(), type);
            if (other != null) {
                throw new IllegalArgumentException("%s and %s are both named %s: give one of them another @EventName."
                        .formatted(other.eventClass().getName(), event.getName(), type.name()));
            }
            byClass.put(event, type);
        }
    }

    /**
     * All events that the ledger can hold.
     *
     * @throws IllegalArgumentException if one has no name, or two share one
     */
    public static EventTypes ofTheLedger() {
        return new EventTypes(FAMILIES.stream().flatMap(EventTypes::membersOf).toList());
    }

    /**
     * The name under which events of a class are stored.
     *
     * @throws IllegalArgumentException if the class has none
     */
    public static String nameOf(Class<? extends LedgerEvent> event) {
        return EventType.of(event).name();
    }

    /**
     * How an event is stored.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public EventType of(LedgerEvent event) {
        EventType type = byClass.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "The ledger has no name for %s.".formatted(event.getClass().getName()));
        }
        return type;
    }

    /** The type of this name; empty where there is none. */
    public Optional<EventType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, in no order. */
    public Collection<EventType> all() {
        return List.copyOf(byName.values());
    }

    private static Stream<Class<? extends LedgerEvent>> membersOf(Class<? extends LedgerEvent> family) {
        if (!family.isSealed()) {
            return Stream.of(family);
        }
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> membersOf(member.asSubclass(LedgerEvent.class)));
    }
}
