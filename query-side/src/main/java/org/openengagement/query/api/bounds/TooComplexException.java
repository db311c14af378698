package org.openengagement.query.api.bounds;

import graphql.execution.AbortExecutionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request costs more, or goes deeper, than is answered. The message says by how much. */
final class TooComplexException extends AbortExecutionException {

    private final transient RequestCost cost;

    TooComplexException(RequestCost cost) {
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
