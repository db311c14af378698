package org.openengagement.query.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request through to GraphQL if it has the form of a question, and answers any other as GraphQL answers: with errors that
 * say where and why, a code, and the status that HTTP has for it. What it lets through has a body that can be read again.
 */
public final class WellFormedQuestions extends OncePerRequestFilter {

    /** Its place: after whoever asks is known, since nobody with a bad token is told anything else. */
    public static final int ORDER = 100;

    /** The longest body that is read: a proposal's longest text, each of its characters escaped, is well below it. */
    static final int LONGEST = 2 * 1024 * 1024;

    /** So much more is thrown away, so that whoever sends too much is still there to read the answer. */
    private static final long THROWN_AWAY = 64L * 1024 * 1024;

    private static final String RETRY_AFTER_SECONDS = "5";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_GRAPHQL_RESPONSE, MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);

    private final RoomForBodies room = RoomForBodies.anEighthOfTheHeap();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            RoomForBodies.Place place = room.enter(request.getContentLengthLong());
            try {
                chain.doFilter(question(request), new RetriedAnswer(response));
            } finally {
                place.leave();
            }
        } catch (RefusedRequestException refused) {
            answer(refused, request, response);
        }
    }

    private static HttpServletRequest question(HttpServletRequest request) throws IOException, RefusedRequestException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            throw new RefusedRequestException(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Questions are sent with POST, not %s. To try one in a browser, open /graphiql."
                            .formatted(request.getMethod()));
        }
        checkKindOfBody(request);
        checkKindOfAnswer(request);
        byte[] body = body(request);
        QuestionBody.check(body);
        return new ReadRequest(request, body);
    }

    private static void checkKindOfBody(HttpServletRequest request) throws RefusedRequestException {
        String kind = request.getContentType();
        if (kind == null || !isJson(kind)) {
            throw new RefusedRequestException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON: its Content-Type must be application/json, not %s."
                            .formatted(kind == null ? "missing" : kind));
        }
    }

    private static boolean isJson(String kind) {
        try {
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(kind));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static void checkKindOfAnswer(HttpServletRequest request) throws RefusedRequestException {
        List<String> accepted = List.copyOf(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (!accepts(accepted)) {
            throw new RefusedRequestException(
                    HttpStatus.NOT_ACCEPTABLE,
                    "Answers are %s; Accept asks for %s."
                            .formatted(MediaType.toString(ANSWERS), String.join(", ", accepted)));
        }
    }

    private static boolean accepts(List<String> accepted) {
        try {
            List<MediaType> kinds = MediaType.parseMediaTypes(accepted);
            return kinds.isEmpty()
                    || kinds.stream().anyMatch(kind -> ANSWERS.stream().anyMatch(kind::isCompatibleWith));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException, RefusedRequestException {
        InputStream sent = request.getInputStream();
        byte[] body = sent.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throwAway(sent);
            throw new RefusedRequestException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is longer than %,d bytes, the longest that is read.".formatted(LONGEST));
        }
        return body;
    }

    private static void throwAway(InputStream sent) throws IOException {
        byte[] some = new byte[8_192];
        for (long thrown = 0; thrown < THROWN_AWAY; ) {
            int read = sent.read(some);
            if (read < 0) {
                return;
            }
            thrown += read;
        }
    }

    private static void answer(
            RefusedRequestException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(refused.status().value());
        if (refused.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setContentType(kindOfAnswer(request.getHeader(HttpHeaders.ACCEPT)));
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, ?> error =
                Map.of("message", String.valueOf(refused.getMessage()), "extensions", Map.of("code", refused.code()));
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("errors", List.of(error))));
    }

    private static String kindOfAnswer(@Nullable String accepted) {
        return accepted != null && accepted.contains(MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE)
                ? MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE
                : MediaType.APPLICATION_JSON_VALUE;
    }
}
