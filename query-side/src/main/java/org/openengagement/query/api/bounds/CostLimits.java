package org.openengagement.query.api.bounds;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request that costs too much or goes too deep before anything is read for it, and has every response say what its
 * request cost: {@code extensions.cost} and {@code extensions.depth}, each with {@code used} and {@code allowed}.
 */
final class CostLimits extends SimplePerformantInstrumentation implements MeterBinder {

    private final LongAdder refused = new LongAdder();

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("oel.query.too.complex", refused, LongAdder::sum)
                .description("Requests that were refused since they cost too much or go too deep")
                .register(registry);
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        RequestCost cost = RequestCost.of(parameters.getExecutionContext());
        GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
        context.put(RequestCost.class, cost);
        if (cost.isTooHigh()) {
            refused.increment();
            throw new TooComplexException(cost);
        }
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        RequestCost cost = parameters.getGraphQLContext().get(RequestCost.class);
        return CompletableFuture.completedFuture(
                cost == null
                        ? result
                        : result.transform(answer -> cost.asExtensions().forEach(answer::addExtension)));
    }
}
