package org.openengagement.query.api;

import graphql.ExecutionResult;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Has an answer that holds nothing but errors with the code UNAVAILABLE say when to ask again. It is sent with the status 503, see
 * {@link WellFormedQuestions}, so that whoever stands in front can ask another node without looking into it.
 */
final class NothingToAnswer implements WebGraphQlInterceptor {

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
