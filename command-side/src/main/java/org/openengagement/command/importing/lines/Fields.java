package org.openengagement.command.importing.lines;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object of a line, each asked for by the type that it must have. A field that is null counts as
 * absent: exports write null for what was erased. Immutable.
 *
 * <p>Every method refuses the line where a field is not what was asked for, and says which.
 */
public final class Fields {

    private final long line;
    private final String path;
    private final ObjectNode object;

    Fields(long line, String path, ObjectNode object) {
        this.line = line;
        this.path = path;
        this.object = object;
    }

    /** Fields that a format made itself. The object is copied. */
    public static Fields of(long line, String path, ObjectNode object) {
        return new Fields(line, path, object.deepCopy());
    }

    /** Refuses a line with any field but these. */
    public Fields only(String... known) {
        return only(Set.of(known));
    }

    /** Refuses a line with any field but these. */
    public Fields only(Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refusal("%s is not a known field.", unknown);
                });
        return this;
    }

    /** Whether there is such a field at all, be it null. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** A text. */
    public String text(String name) {
        return required(name, textIfAny(name));
    }

    /** A text, or none. */
    public @Nullable String textIfAny(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw refusal("%s must be a text.", name);
        }
        return wellFormed(name, value.stringValue());
    }

    /** A day as {@code yyyy-mm-dd}. */
    public LocalDate day(String name) {
        return required(name, dayIfAny(name));
    }

    /** A day as {@code yyyy-mm-dd}, or none. */
    public @Nullable LocalDate dayIfAny(String name) {
        String text = textIfAny(name);
        try {
            return text == null ? null : Days.day(text);
        } catch (DateTimeParseException wrong) {
            throw refusal("%s must be a day such as 2024-03-01.", name);
        }
    }

    /** A whole number. */
    public long number(String name) {
        return required(name, numberIfAny(name));
    }

    /** A whole number, or none. */
    public @Nullable Long numberIfAny(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refusal("%s must be a whole number.", name);
        }
        return value.longValue();
    }

    /** A whole number that fits 32 bits. */
    public int count(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw refusal("%s is out of range.", name);
        }
        return (int) number;
    }

    /** True or false; false where there is none. */
    public boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw refusal("%s must be true or false.", name);
        }
        return value.booleanValue();
    }

    /** One of the words of an enumeration. */
    public <E extends Enum<E>> E oneOf(Class<E> words, String name) {
        return required(name, oneOfIfAny(words, name));
    }

    /** One of the words of an enumeration, or none. */
    public <E extends Enum<E>> @Nullable E oneOfIfAny(Class<E> words, String name) {
        String word = textIfAny(name);
        if (word == null) {
            return null;
        }
        for (E each : words.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw refusal("%s must be one of " + Arrays.toString(words.getEnumConstants()) + ".", name);
    }

    /** A list of texts; empty where there is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isString()) {
                throw refusal("%s must be a list of texts.", name);
            }
            texts.add(wellFormed(name, each.stringValue()));
        }
        return texts;
    }

    /** A list of objects; empty where there is none. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!(each instanceof ObjectNode inner)) {
                throw refusal("%s must be a list of objects.", name);
            }
            objects.add(new Fields(line, path + name + ".", inner));
        }
        return objects;
    }

    /** An object; one without fields where there is none. */
    public Fields object(String name) {
        JsonNode value = value(name);
        return switch (value) {
            case null -> new Fields(line, path + name + ".", object.objectNode());
            case ObjectNode inner -> new Fields(line, path + name + ".", inner);
            default -> throw refusal("%s must be an object.", name);
        };
    }

    /** The names of the fields, in their order. */
    public Set<String> names() {
        return Set.copyOf(object.propertyNames());
    }

    /** The canonical bytes of the whole: the same for the same fields in any order. */
    public byte[] canonical() {
        try {
            return CanonicalJson.bytesOf(object);
        } catch (JsonRefusedException refused) {
            throw new LineRefusedException(line, Objects.toString(refused.getMessage()));
        }
    }

    /** What refuses the line for one of its fields; the sentence has one {@code %s} for the field's name. */
    public LineRefusedException refusal(String sentence, String field) {
        String shown = field.length() > 100 ? field.substring(0, 100) + "..." : field;
        return new LineRefusedException(line, sentence.replace("%s", path + shown));
    }

    private String wellFormed(String name, String text) {
        if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refusal("%s holds what is no text: U+0000, or half of a character.", name);
        }
        return text;
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw refusal("%s must be a list.", name);
        }
        return value.values();
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw refusal("%s is missing.", name);
        }
        return value;
    }
}
