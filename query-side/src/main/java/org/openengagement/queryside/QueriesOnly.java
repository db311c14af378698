package org.openengagement.queryside;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a mutation that would be carried out here. Nothing stands behind it on this node: it would be answered by null, as
 * though it had been done. Mutations are sent on to the command side before they come this far.
 */
final class QueriesOnly extends SimplePerformantInstrumentation {

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        if (parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.MUTATION) {
            throw new NothingIsWrittenHere();
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static final class NothingIsWrittenHere extends AbortExecutionException {

        private static final long serialVersionUID = 1L;

        NothingIsWrittenHere() {
            super("This node answers queries only. Send mutations to the ledger's one address.");
        }

        @Override
        public Map<String, Object> getExtensions() {
            return Map.of("code", "UNAVAILABLE");
        }
    }
}
