package org.openengagement.query.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;

/** Turns refusals into errors with a code. What it does not know goes on to others. */
final class RequestErrors extends DataFetcherExceptionResolverAdapter {

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment environment) {
        return switch (thrown) {
            case RequestException refused ->
                error(environment, ErrorType.BAD_REQUEST, refused.getMessage(), refused.extensions());
            case LedgerUnavailableException away ->
                error(
                        environment,
                        ErrorType.INTERNAL_ERROR,
                        "The ledger cannot be reached just now. Ask again shortly.",
                        Map.of("code", "UNAVAILABLE"));
            default -> null;
        };
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment,
            ErrorType type,
            @Nullable String message,
            Map<String, Object> extensions) {
        return GraphqlErrorBuilder.newError(environment)
                .errorType(type)
                .message("%s", message)
                .extensions(extensions)
                .build();
    }
}
