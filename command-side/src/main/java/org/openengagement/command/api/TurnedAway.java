package org.openengagement.command.api;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * A request of which nothing was carried out, since this node does not write now: it says after how many seconds to try again.
 * Where one of several mutations was carried out, the request was not turned away: its errors say what was.
 */
final class TurnedAway implements WebGraphQlInterceptor {

    /** In an error's extensions: the seconds after which the same request may be accepted. */
    static final String RETRY_AFTER = "retryAfter";

    private static final long SECONDS_TO_SET_A_CLOCK = 30;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).doOnNext(TurnedAway::mark);
    }

    /** Remembers that one of the request's mutations was carried out. */
    static void not(GraphQLContext request) {
        request.put(TurnedAway.class, false);
    }

    static boolean was(WebGraphQlResponse response) {
        return response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER) != null;
    }

    /** What an error tells of it, beside its code. */
    static Map<String, Object> extensions(LedgerUnavailableException away) {
        return Map.of(RETRY_AFTER, seconds(away.retryAfter()), "outcomeUnknown", away.outcomeUnknown());
    }

    /** What an error tells of it where this machine's clock is at fault. */
    static Map<String, Object> extensionsOfAWrongClock() {
        return Map.of(RETRY_AFTER, SECONDS_TO_SET_A_CLOCK, "outcomeUnknown", false);
    }

    /** Full seconds, one at least: what the header can say. */
    static long seconds(Duration some) {
        return Math.max(1, some.plusMillis(999).toSeconds());
    }

    private static void mark(WebGraphQlResponse response) {
        OptionalLong longest = response.getExecutionResult().getErrors().stream()
                .map(GraphQLError::getExtensions)
                .flatMap(said -> said == null ? Stream.empty() : Stream.ofNullable(said.get(RETRY_AFTER)))
                .mapToLong(seconds -> ((Number) seconds).longValue())
                .max();
        boolean nothingWasDone =
                response.getExecutionInput().getGraphQLContext().getOrDefault(TurnedAway.class, true);
        if (longest.isPresent() && nothingWasDone) {
            response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(longest.getAsLong()));
        }
    }
}
