package org.openengagement.ledger.entry.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Canonicalization Scheme, RFC 8785: one text for one value, so that a hash of it means the value.
 *
 * <p>Strict, as the RFC's foundation I-JSON (RFC 7493) asks: duplicate keys, unpaired surrogates, bytes that are not UTF-8,
 * numbers beyond the range of a double, trailing content and nesting deeper than {@value #DEEPEST} are refused.
 */
public final class CanonicalJson {

    /** How deep arrays and objects may be nested. */
    public static final int DEEPEST = 64;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /**
     * The value that a JSON text holds.
     *
     * @throws JsonRefusedException if it is not strict JSON in UTF-8; the message says where
     */
    public static JsonNode parse(byte[] json) {
        try {
            JsonNode value = STRICT.readTree(textOf(json));
            if (value.isMissingNode()) {
                throw new JsonRefusedException(
                        "There is no JSON value, only %d bytes of nothing.".formatted(json.length));
            }
            return value;
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new JsonRefusedException(
                    "This is not strict JSON%s: %s".formatted(where, JsonComplaint.of(malformed)), malformed);
        }
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws JsonRefusedException if it has no canonical form
     */
    public static byte[] bytesOf(JsonNode value) {
        StringBuilder text = new StringBuilder(1024);
        write(value, text, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical bytes of the value that a JSON text holds.
     *
     * @throws JsonRefusedException if it is not strict JSON, or has no canonical form
     */
    public static byte[] canonicalised(byte[] json) {
        return bytesOf(parse(json));
    }

    /** Decodes strictly: no replacement characters, no surrogates in disguise, no other encoding. */
    private static String textOf(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new JsonRefusedException("This is not UTF-8: " + malformed.getMessage(), malformed);
        }
    }

    private static void write(JsonNode value, StringBuilder text, int depth) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, text, deeper(depth));
            case ARRAY -> writeArray(value, text, deeper(depth));
            case STRING -> writeString(value.stringValue(), text);
            case NUMBER -> text.append(number(value));
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL -> text.append("null");
            default -> throw new JsonRefusedException("%s is not JSON.".formatted(value.getNodeType()));
        }
    }

    private static int deeper(int depth) {
        if (depth == DEEPEST) {
            throw new JsonRefusedException("This is nested deeper than %d.".formatted(DEEPEST));
        }
        return depth + 1;
    }

    private static void writeObject(JsonNode object, StringBuilder text, int depth) {
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> member : inOrder(object.properties())) {
            text.append(separator);
            writeString(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text, depth);
            separator = ",";
        }
        text.append('}');
    }

    /** Members that come from canonical JSON stand in order already. */
    private static Collection<Map.Entry<String, JsonNode>> inOrder(Set<Map.Entry<String, JsonNode>> members) {
        String before = "";
        for (Map.Entry<String, JsonNode> member : members) {
            if (member.getKey().compareTo(before) < 0) {
                // String compares by UTF-16 code units, the order that RFC 8785 section 3.2.3 asks for.
                return members.stream().sorted(Map.Entry.comparingByKey()).toList();
            }
            before = member.getKey();
        }
        return members;
    }

    private static void writeArray(JsonNode array, StringBuilder text, int depth) {
        text.append('[');
        String separator = "";
        for (JsonNode element : array) {
            text.append(separator);
            write(element, text, depth);
            separator = ",";
        }
        text.append(']');
    }

    private static String number(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong() && isExact(number.longValue())) {
            return Long.toString(number.longValue());
        }
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            throw new JsonRefusedException("The number is beyond the range of a double.");
        }
        return EcmaScriptNumber.textOf(nearest);
    }

    /** Whether every integer up to this size is a double of its own. */
    public static boolean isExact(long number) {
        return -(1L << 53) < number && number < (1L << 53);
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        int written = 0;
        for (int at = 0; at < string.length(); at++) {
            char unit = string.charAt(at);
            if (Character.isSurrogate(unit)) {
                refuseUnpaired(string, at++);
            } else if (unit < ' ' || unit == '"' || unit == '\\') {
                text.append(string, written, at);
                writeEscaped(unit, text);
                written = at + 1;
            }
        }
        text.append(string, written, string.length()).append('"');
    }

    private static void refuseUnpaired(String string, int at) {
        if (at + 1 == string.length() || !Character.isSurrogatePair(string.charAt(at), string.charAt(at + 1))) {
            throw new JsonRefusedException(
                    "A text holds the unpaired surrogate U+%04X at place %d.".formatted((int) string.charAt(at), at));
        }
    }

    private static void writeEscaped(char unit, StringBuilder text) {
        switch (unit) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> text.append("\\u%04x".formatted((int) unit));
        }
    }
}
