package org.openengagement.query.api.http;

import graphql.ExecutionResult;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Says when to try again in a response that holds nothing but errors with the code UNAVAILABLE. {@link UnavailableStatus} gives it
 * the status 503, so that a proxy in front can try another node without reading the body.
 */
final class RetryAfterUnavailable implements WebGraphQlInterceptor {

    private static final String SECONDS = "2";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).doOnNext(response -> {
            if (isUnavailable(response.getExecutionResult())) {
                response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
            }
        });
    }

    private static boolean isUnavailable(ExecutionResult result) {
        Map<String, Object> data = result.getData();
        boolean empty = data == null || data.values().stream().allMatch(Objects::isNull);
        return empty
                && !result.getErrors().isEmpty()
                && result.getErrors().stream()
                        .allMatch(error -> error.getExtensions() != null
                                && "UNAVAILABLE".equals(error.getExtensions().get("code")));
    }
}
