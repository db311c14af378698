package org.openengagement.command.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.security.UnauthenticatedException;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Errors that are no matter of the input: who is calling, and whether the ledger can be written at all. */
@Component
final class CommandErrors extends DataFetcherExceptionResolverAdapter {

    private static final String CODE = "code";

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment call) {
        return switch (thrown) {
            case UnauthenticatedException nobody ->
                error(call, ErrorType.UNAUTHORIZED, Map.of(CODE, "UNAUTHENTICATED"), nobody);
            // Every other refusal is a matter of the input, and stands in the payload.
            case Refusal refusal ->
                error(call, ErrorType.FORBIDDEN, Map.of(CODE, refusal.code().name()), refusal);
            case LedgerUnavailableException away -> unavailable(call, away, TurnedAway.extensions(away));
            case ClockOutOfBoundsException clock -> unavailable(call, clock, TurnedAway.extensionsOfAWrongClock());
            default -> null;
        };
    }

    private static GraphQLError unavailable(
            DataFetchingEnvironment call, RuntimeException thrown, Map<String, Object> more) {
        Map<String, Object> extensions = new HashMap<>(more);
        extensions.put(CODE, "UNAVAILABLE");
        return error(call, ErrorType.INTERNAL_ERROR, extensions, thrown);
    }

    private static GraphQLError error(
            DataFetchingEnvironment call, ErrorType type, Map<String, Object> extensions, RuntimeException thrown) {
        return GraphqlErrorBuilder.newError(call)
                .errorType(type)
                .message("%s", String.valueOf(thrown.getMessage()))
                .extensions(extensions)
                .build();
    }
}
