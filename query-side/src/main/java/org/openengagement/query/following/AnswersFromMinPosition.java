package org.openengagement.query.following;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;

/**
 * Lets every request wait until this node has reached the position that it names as {@code minPosition}. It stands in one
 * place, so that no field can forget it.
 */
public final class AnswersFromMinPosition extends SimplePerformantInstrumentation {

    private static final String ARGUMENT = "minPosition";

    private final ReachedPosition reached;

    public AnswersFromMinPosition(ReachedPosition reached) {
        this.reached = reached;
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        Object wanted = parameters.getEnvironment().getArguments().get(ARGUMENT);
        return wanted instanceof Long position
                ? environment -> {
                    reached.require(position, environment.getGraphQlContext());
                    return fetcher.get(environment);
                }
                : fetcher;
    }
}
