package org.openengagement.query.forwarding;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request got no answer of the command side, told to the client.
 *
 * @param code for programs, as in every error of the contract
 * @param sentence for a person
 * @param retryAfter when it is worth another try; {@code null}: it never is
 */
record NotForwarded(
        HttpStatus status,
        String code,
        String sentence,
        @Nullable Duration retryAfter) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ONCE_AT_MOST =
            " Send it again with the same idempotency key: it is recorded once at most.";

    /** Every node was asked, and none takes anything now. */
    static NotForwarded nobodyTakesIt(Duration retryAfter) {
        return new NotForwarded(
                HttpStatus.SERVICE_UNAVAILABLE,
                "UNAVAILABLE",
                "No node of the command side takes this just now." + ONCE_AT_MOST,
                retryAfter);
    }

    /** A node has it, and did not answer: it may have been recorded. */
    static NotForwarded inDoubt() {
        return new NotForwarded(
                HttpStatus.GATEWAY_TIMEOUT,
                "UNAVAILABLE",
                "The command side did not answer in time. It is not known whether this was recorded." + ONCE_AT_MOST,
                Duration.ofSeconds(1));
    }

    static NotForwarded tooManyAtOnce() {
        return new NotForwarded(
                HttpStatus.SERVICE_UNAVAILABLE,
                "UNAVAILABLE",
                "Too many requests wait for the command side. Nothing was recorded; send it again shortly.",
                Duration.ofSeconds(1));
    }

    static NotForwarded inACircle() {
        return new NotForwarded(
                HttpStatus.LOOP_DETECTED,
                "UNAVAILABLE",
                "The address of the command side leads back to the query side. The operator must set oel.command-side.addresses to nodes of the command side.",
                null);
    }

    /** In the shape of a GraphQL error. */
    void answer(HttpServletResponse response) throws IOException {
        byte[] body = JSON.writeValueAsBytes(
                Map.of("errors", List.of(Map.of("message", sentence, "extensions", Map.of("code", code)))));
        response.setStatus(status.value());
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
