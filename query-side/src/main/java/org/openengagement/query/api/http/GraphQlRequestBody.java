package org.openengagement.query.api.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** The body of a GraphQL request: one JSON object, as "GraphQL over HTTP" (2025) describes it. */
final class GraphQlRequestBody {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String EXAMPLE = "{\"query\": \"{ ledger { size } }\"}";

    private GraphQlRequestBody() {}

    /**
     * Checks the form of a body; what the document in it says is checked elsewhere.
     *
     * @throws RefusedHttpRequestException if it is not of that form
     */
    static void check(byte[] body) throws RefusedHttpRequestException {
        if (body.length == 0) {
            throw RefusedHttpRequestException.malformed("The body is empty. Send JSON, like " + EXAMPLE + ".");
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), charactersOf(body))) {
            try {
                check(parser);
            } catch (JacksonException broken) {
                // Where a limit was passed, the exception has no place of its own.
                TokenStreamLocation told = broken.getLocation();
                TokenStreamLocation at = told == null ? parser.currentLocation() : told;
                throw RefusedHttpRequestException.malformed(
                        "The body is not JSON: at %s %s.".formatted(place(at), reason(broken)));
            }
        }
    }

    /** JSON on the wire is UTF-8 (RFC 8259, 8.1). */
    private static char[] charactersOf(byte[] body) throws RefusedHttpRequestException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        try {
            CharBuffer characters = decoder.decode(bytes);
            char[] exact = new char[characters.remaining()];
            characters.get(exact);
            return exact;
        } catch (CharacterCodingException notUtf8) {
            throw RefusedHttpRequestException.malformed(
                    "The body is not JSON in UTF-8: byte %d cannot stand there.".formatted(bytes.position()));
        }
    }

    private static void check(JsonParser parser) throws RefusedHttpRequestException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw RefusedHttpRequestException.malformed(
                    first == null
                            ? "The body is empty. Send JSON, like " + EXAMPLE + "."
                            : "The body must be one JSON object, like " + EXAMPLE + "; it is " + what(first) + ".");
        }
        boolean asks = false;
        for (String member = parser.nextName(); member != null; member = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (member) {
                case "query" -> asks = asks(parser, value);
                case "operationName" -> require(value, JsonToken.VALUE_STRING, member, "a text", parser);
                case "variables", "extensions" -> require(value, JsonToken.START_OBJECT, member, "an object", parser);
                default -> parser.skipChildren();
            }
        }
        if (!asks) {
            throw RefusedHttpRequestException.malformed(
                    "\"query\" is missing: it holds the GraphQL document, like " + EXAMPLE + ".");
        }
        if (parser.nextToken() != null) {
            throw RefusedHttpRequestException.malformed(
                    "Behind the JSON object, at %s, stands more.".formatted(place(parser.currentTokenLocation())));
        }
    }

    private static boolean asks(JsonParser parser, JsonToken value) throws RefusedHttpRequestException {
        if (value != JsonToken.VALUE_STRING) {
            throw wrong("query", "a text", value, parser);
        }
        return !parser.getString().isBlank();
    }

    private static void require(JsonToken is, JsonToken wanted, String member, String kind, JsonParser parser)
            throws RefusedHttpRequestException {
        if (is != wanted && is != JsonToken.VALUE_NULL) {
            throw wrong(member, kind + " or null", is, parser);
        }
        parser.skipChildren();
    }

    private static RefusedHttpRequestException wrong(String member, String kind, JsonToken is, JsonParser parser) {
        return RefusedHttpRequestException.malformed("\"%s\", at %s, must be %s; it is %s."
                .formatted(member, place(parser.currentTokenLocation()), kind, what(is)));
    }

    private static String what(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }

    private static String place(TokenStreamLocation location) {
        return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String reason(JacksonException broken) {
        return switch (broken) {
            case UnexpectedEndOfInputException end -> "it ends too early";
            case StreamConstraintsException tooMuch -> "it nests too deep, or holds a name or number that is too long";
            default ->
                broken.getOriginalMessage().startsWith("Duplicate")
                        ? "it names a member a second time"
                        : "stands what cannot stand there";
        };
    }
}
