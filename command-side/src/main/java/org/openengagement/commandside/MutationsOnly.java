package org.openengagement.commandside;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses queries. This node serves the whole contract, so that it is the same wherever one looks, but nothing stands
 * behind its queries here: each would be answered by null, as though there were nothing.
 */
final class MutationsOnly extends SimplePerformantInstrumentation {

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        OperationDefinition operation = parameters.getExecutionContext().getOperationDefinition();
        if (operation.getOperation() != Operation.MUTATION && !asksForTheContractOnly(operation)) {
            throw new AskedOnTheWrongSide();
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static boolean asksForTheContractOnly(OperationDefinition operation) {
        return operation.getSelectionSet().getSelections().stream()
                .allMatch(selection -> selection instanceof Field field && isOfTheContract(field.getName()));
    }

    private static boolean isOfTheContract(@Nullable String field) {
        return field != null && field.startsWith("__");
    }

    private static final class AskedOnTheWrongSide extends AbortExecutionException {

        private static final long serialVersionUID = 1L;

        AskedOnTheWrongSide() {
            super("This node takes mutations only. Ask at the ledger's one address, which answers both.");
        }

        @Override
        public Map<String, Object> getExtensions() {
            return Map.of("code", "INVALID");
        }
    }
}
