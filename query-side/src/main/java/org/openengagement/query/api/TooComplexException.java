package org.openengagement.query.api;

import graphql.execution.AbortExecutionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question costs more, or goes deeper, than is answered. It says by how much. */
final class TooComplexException extends AbortExecutionException {

    private final transient QuestionCost cost;

    TooComplexException(QuestionCost cost) {
        super(cost.tooHigh() + " Ask for less at once.");
        this.cost = cost;
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "TOO_COMPLEX");
        extensions.putAll(cost.asExtensions());
        return extensions;
    }
}
