package org.openengagement.query.ledgers;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;

/**
 * One event of each type that the ledger has a name for, filled by the shape of its record: a new type is among them by itself.
 * What may be absent is absent, each list is empty, and each text is the same.
 */
public final class EventsOfEachType {

    private final String text;

    private EventsOfEachType(String text) {
        this.text = text;
    }

    /**
     * @param text every text of the events, such as the number of the referral that those of a referral are about
     */
    public static Stream<LedgerEvent> saying(String text) {
        EventsOfEachType events = new EventsOfEachType(text);
        return EventTypes.ofTheLedger().all().stream()
                .map(type -> type.eventClass().cast(events.record(type.eventClass())));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = Arrays.stream(components).map(this::valueOf).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException("No %s could be made.".formatted(type.getSimpleName()), unexpected);
        }
    }

    private @Nullable Object valueOf(RecordComponent component) {
        boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return mayBeAbsent ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw == String.class) {
            return text;
        } else if (raw == Sealed.class) {
            return Sealed.of(text, Audience.PUBLIC);
        } else if (raw == List.class) {
            return List.of();
        } else if (raw == Map.class) {
            return Map.of();
        } else if (raw == LocalDate.class) {
            return LocalDate.parse("2026-01-09");
        } else if (raw == Instant.class) {
            return MemoryLedger.FIRST;
        } else if (raw == UUID.class) {
            return new UUID(0, 1);
        } else if (raw == boolean.class) {
            return false;
        } else if (raw == int.class) {
            return 1;
        } else if (raw == long.class) {
            return 1L;
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalStateException("Nobody has said how a %s is made.".formatted(raw.getName()));
    }
}
