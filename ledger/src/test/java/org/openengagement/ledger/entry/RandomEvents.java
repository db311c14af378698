package org.openengagement.ledger.entry;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;

/** Events of any type, filled at random by the shape of their record. */
public final class RandomEvents {

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    LedgerEvent event(EventType type) {
        return record(type.eventClass());
    }

    Envelope envelope() {
        return new Envelope(
                "proposal/" + random.nextInt(1000),
                random.nextLong() >>> 12,
                uuid(),
                day(),
                record(Actor.class),
                random.nextBoolean() ? null : uuid());
    }

    /** Text of all planes, controls and quotes among it, never with an unpaired surrogate. */
    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            int character =
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x20 + random.nextInt(0x60);
                        case 2 -> "\"\\/\u007f\u2028\uFFFF\uE000".charAt(random.nextInt(7));
                        case 3 -> 0x400 + random.nextInt(0x100);
                        default -> 0x10000 + random.nextInt(0x100000);
                    };
            text.appendCodePoint(character);
        }
        return text.toString();
    }

    private <T> T record(Class<T> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<T> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            AnnotatedType[] parameters = canonical.getAnnotatedParameterTypes();
            @Nullable Object[] values = new @Nullable Object[parameters.length];
            for (int at = 0; at < parameters.length; at++) {
                boolean absent = parameters[at].isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
                values[at] = absent ? null : value(components[at].getGenericType());
            }
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException unusual) {
            throw new IllegalStateException("%s is no plain record.".formatted(type), unusual);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Sealed.class) {
                return Sealed.of(value(arguments[0]), oneOf(Audience.values()));
            }
            return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return text(random);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt();
        } else if (type == long.class) {
            return random.nextLong() >> 11;
        } else if (type == LocalDate.class) {
            return day();
        } else if (type == UUID.class) {
            return uuid();
        } else if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        return record(type);
    }

    private List<Object> list(Type element) {
        List<Object> list = new ArrayList<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            list.add(value(element));
        }
        return list;
    }

    private Map<String, Object> map(Type value) {
        Map<String, Object> map = new HashMap<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            map.put(text(random), value(value));
        }
        return map;
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(40_000));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
