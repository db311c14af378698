package org.openengagement.schema;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Sees to it that every error carries a code, those that GraphQL itself raises included. */
final class ErrorCodes implements WebGraphQlInterceptor {

    private static final String CODE = "code";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            List<GraphQLError> errors = response.getExecutionResult().getErrors();
            return errors.stream().allMatch(ErrorCodes::hasCode)
                    ? response
                    : response.transform(builder -> builder.errors(
                            errors.stream().map(ErrorCodes::withCode).toList()));
        });
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey(CODE);
    }

    private static GraphQLError withCode(GraphQLError error) {
        if (hasCode(error)) {
            return error;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put(CODE, codeOf(error.getErrorType()));
        return GraphQLError.newError()
                .message("%s", error.getMessage())
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(error.getErrorType())
                .extensions(extensions)
                .build();
    }

    private static String codeOf(ErrorClassification type) {
        return switch (type.toString()) {
            case "InvalidSyntax", "ValidationError", "OperationNotSupported", "BAD_REQUEST" -> "INVALID";
            case "ExecutionAborted" -> "TOO_COMPLEX";
            case "UNAUTHORIZED" -> "UNAUTHENTICATED";
            case "FORBIDDEN" -> "FORBIDDEN";
            case "NOT_FOUND" -> "NOT_FOUND";
            default -> "INTERNAL";
        };
    }
}
