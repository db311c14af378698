package org.openengagement.ledger.entry.canonical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the bytes of an entry apart in one pass, by a grammar that knows nothing else than canonical form: RFC 8785, without
 * fractions and nulls, which no entry holds. There is one way to write each value, so bytes that fit are canonical, and need
 * not be written again to be compared. Every entry that is read goes this way, whoever reads it; where the bytes do not fit,
 * {@link CanonicalJson} finds out what a person is to be told.
 */
public final class CanonicalEntryParser {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No integer below 2^53 has more, so that none of these overflows. */
    private static final int MOST_DIGITS = 16;

    private final byte[] json;
    private int at;

    private CanonicalEntryParser(byte[] json) {
        this.json = json;
    }

    /** The object that the bytes are the canonical form of; empty where they are not, or it holds what an entry does not. */
    public static Optional<ObjectNode> object(byte[] json) {
        try {
            CanonicalEntryParser parser = new CanonicalEntryParser(json);
            parser.require('{');
            ObjectNode object = parser.members(1);
            return parser.at == json.length ? Optional.of(object) : Optional.empty();
        } catch (NotCanonical unfit) {
            return Optional.empty();
        }
    }

    private JsonNode value(int depth) {
        return switch (next()) {
            case '{' -> members(deeper(depth));
            case '[' -> elements(deeper(depth));
            case '"' -> NODES.stringNode(text());
            case 't' -> literal("rue", true);
            case 'f' -> literal("alse", false);
            default -> {
                at--;
                yield integer();
            }
        };
    }

    private static int deeper(int depth) {
        if (depth == CanonicalJson.DEEPEST) {
            throw new NotCanonical();
        }
        return depth + 1;
    }

    /** Behind the opening brace. Each name sorts behind the one before it, so none stands twice. */
    private ObjectNode members(int depth) {
        ObjectNode object = NODES.objectNode();
        if (skips('}')) {
            return object;
        }
        String before = null;
        do {
            require('"');
            String name = text();
            // String compares by UTF-16 code units, the order that RFC 8785 section 3.2.3 asks for.
            if (before != null && name.compareTo(before) <= 0) {
                throw new NotCanonical();
            }
            require(':');
            object.set(name, value(depth));
            before = name;
        } while (skips(','));
        require('}');
        return object;
    }

    private ArrayNode elements(int depth) {
        ArrayNode array = NODES.arrayNode();
        if (skips(']')) {
            return array;
        }
        do {
            array.add(value(depth));
        } while (skips(','));
        require(']');
        return array;
    }

    private JsonNode literal(String rest, boolean value) {
        for (int each = 0; each < rest.length(); each++) {
            require(rest.charAt(each));
        }
        return NODES.booleanNode(value);
    }

    private JsonNode integer() {
        boolean negative = skips('-');
        int first = at;
        long number = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9' && at - first < MOST_DIGITS) {
            number = 10 * number + json[at++] - '0';
        }
        if (at == first || (json[first] == '0' && (at - first > 1 || negative)) || !CanonicalJson.isExact(number)) {
            throw new NotCanonical();
        }
        long signed = negative ? -number : number;
        return signed == (int) signed ? NODES.numberNode((int) signed) : NODES.numberNode(signed);
    }

    /** Behind the opening quote. */
    private String text() {
        int first = at;
        boolean plain = true;
        for (byte unit = next(); unit != '"'; unit = next()) {
            if (unit == '\\') {
                return unescaped(first, at - 1);
            }
            if (unit >= 0 && unit < ' ') {
                throw new NotCanonical();
            }
            plain &= unit > 0;
        }
        return plain ? new String(json, first, at - 1 - first, ISO_8859_1) : decoded(first, at - 1);
    }

    /** A text from its first byte, of which the first escape is known. */
    private String unescaped(int first, int escape) {
        StringBuilder text = new StringBuilder();
        int from = first;
        at = escape;
        for (byte unit = next(); unit != '"'; unit = next()) {
            if (unit == '\\') {
                text.append(decoded(from, at - 1)).append(escaped());
                from = at;
            } else if (unit >= 0 && unit < ' ') {
                throw new NotCanonical();
            }
        }
        return text.append(decoded(from, at - 1)).toString();
    }

    /** Behind the backslash. What need not be escaped may not be, and there is one way to escape the rest. */
    private char escaped() {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> {
                require('0');
                require('0');
                int control = 16 * hexDigit() + hexDigit();
                if (control >= ' ' || "\b\t\n\f\r".indexOf(control) >= 0) {
                    throw new NotCanonical();
                }
                yield (char) control;
            }
            default -> throw new NotCanonical();
        };
    }

    private int hexDigit() {
        int digit = "0123456789abcdef".indexOf(next());
        if (digit < 0) {
            throw new NotCanonical();
        }
        return digit;
    }

    /** Strict: no replacement characters, and so no surrogates, which UTF-8 cannot hold. */
    private String decoded(int from, int to) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(json, from, to - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new NotCanonical(malformed);
        }
    }

    private byte next() {
        if (at == json.length) {
            throw new NotCanonical();
        }
        return json[at++];
    }

    private void require(char expected) {
        if (next() != expected) {
            throw new NotCanonical();
        }
    }

    private boolean skips(char expected) {
        if (at < json.length && json[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Ends the pass. Says nothing to anybody, so it records no stack. */
    private static final class NotCanonical extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotCanonical() {
            this(null);
        }

        NotCanonical(@Nullable CharacterCodingException why) {
            super(null, why, false, false);
        }
    }
}
