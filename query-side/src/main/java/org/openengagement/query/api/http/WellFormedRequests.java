package org.openengagement.query.api.http;

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
import org.openengagement.query.api.bounds.BodyMemory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a well-formed request through to GraphQL, with a body that can be read again. Any other gets a response as GraphQL gives
 * it: errors that say where and why, each with a code, and the status that HTTP has for it.
 */
public final class WellFormedRequests extends OncePerRequestFilter {

    /** Its place: after the token was checked, since a caller with a bad token is told nothing else. */
    public static final int ORDER = 100;

    /** How much more is read and thrown away, in bytes, so that a client that sends too much still reads the response. */
    private static final long THROWN_AWAY = 64L * 1024 * 1024;

    private static final String RETRY_AFTER_SECONDS = "5";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<MediaType> KINDS_OF_RESPONSES =
            List.of(MediaType.APPLICATION_GRAPHQL_RESPONSE, MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);

    private final BodyMemory memory;

    public WellFormedRequests() {
        this(BodyMemory.anEighthOfTheHeap());
    }

    WellFormedRequests(BodyMemory memory) {
        this.memory = memory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            BodyMemory.Share share = memory.take(request.getContentLengthLong())
                    .orElseThrow(() -> new RefusedHttpRequestException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Too many long requests are under way. Try again shortly."));
            try {
                chain.doFilter(wellFormed(request), new UnavailableStatus(response));
            } finally {
                share.giveBack();
            }
        } catch (RefusedHttpRequestException refused) {
            respond(refused, request, response);
        }
    }

    private static HttpServletRequest wellFormed(HttpServletRequest request)
            throws IOException, RefusedHttpRequestException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            throw new RefusedHttpRequestException(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Requests are sent with POST, not %s. To try one in a browser, open /graphiql."
                            .formatted(request.getMethod()));
        }
        checkKindOfBody(request);
        checkKindOfResponse(request);
        byte[] body = body(request);
        GraphQlRequestBody.check(body);
        return new BufferedRequest(request, body);
    }

    private static void checkKindOfBody(HttpServletRequest request) throws RefusedHttpRequestException {
        String kind = request.getContentType();
        if (kind == null || !isJson(kind)) {
            throw new RefusedHttpRequestException(
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

    private static void checkKindOfResponse(HttpServletRequest request) throws RefusedHttpRequestException {
        List<String> accepted = List.copyOf(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (!accepts(accepted)) {
            throw new RefusedHttpRequestException(
                    HttpStatus.NOT_ACCEPTABLE,
                    "Responses are %s; Accept asks for %s."
                            .formatted(MediaType.toString(KINDS_OF_RESPONSES), String.join(", ", accepted)));
        }
    }

    private static boolean accepts(List<String> accepted) {
        try {
            List<MediaType> kinds = MediaType.parseMediaTypes(accepted);
            return kinds.isEmpty()
                    || kinds.stream()
                            .anyMatch(kind -> KINDS_OF_RESPONSES.stream().anyMatch(kind::isCompatibleWith));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException, RefusedHttpRequestException {
        InputStream sent = request.getInputStream();
        byte[] body = sent.readNBytes(BodyMemory.LONGEST + 1);
        if (body.length > BodyMemory.LONGEST) {
            throwAway(sent);
            throw new RefusedHttpRequestException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is longer than %,d bytes, the longest that is read.".formatted(BodyMemory.LONGEST));
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

    private static void respond(
            RefusedHttpRequestException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(refused.status().value());
        if (refused.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setContentType(kindOfResponse(request.getHeader(HttpHeaders.ACCEPT)));
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, ?> error =
                Map.of("message", String.valueOf(refused.getMessage()), "extensions", Map.of("code", refused.code()));
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("errors", List.of(error))));
    }

    private static String kindOfResponse(@Nullable String accepted) {
        return accepted != null && accepted.contains(MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE)
                ? MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE
                : MediaType.APPLICATION_JSON_VALUE;
    }
}
