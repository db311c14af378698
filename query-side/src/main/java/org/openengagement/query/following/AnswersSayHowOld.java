package org.openengagement.query.following;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Has every answer say how old it is: {@code extensions.ledger}, see {@link Freshness}. */
final class AnswersSayHowOld extends SimplePerformantInstrumentation {

    private final LedgerMonitor monitor;

    AnswersSayHowOld(LedgerMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        return CompletableFuture.completedFuture(result.transform(
                answer -> answer.addExtension("ledger", monitor.freshness().asMap())));
    }
}
