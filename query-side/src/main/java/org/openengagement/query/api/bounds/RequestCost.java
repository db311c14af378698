package org.openengagement.query.api.bounds;

import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a GraphQL request costs. The schema says what each field costs, and how often what lies below it counts: see
 * {@link FieldCosts}.
 *
 * @param cost the sum over all fields, at most {@link Integer#MAX_VALUE}
 * @param depth how many fields lie below each other at most
 */
record RequestCost(int cost, int depth) {

    /** Deep enough for the introspection query that GraphiQL sends, the deepest that anybody needs. */
    static final int DEEPEST = 20;

    /** A page of a hundred cases with their referrals, responses and institutions costs about half of it. */
    static final int DEAREST = 20_000;

    /** What an empty selection costs. */
    static final RequestCost NOTHING = new RequestCost(0, 0);

    /** The cost of an operation, which is known to be valid. */
    static RequestCost of(ExecutionContext request) {
        OperationDefinition operation = request.getOperationDefinition();
        GraphQLObjectType root = root(request.getGraphQLSchema(), operation.getOperation());
        return root == null ? NOTHING : new CostCount(request).of(operation.getSelectionSet(), root);
    }

    private static @Nullable GraphQLObjectType root(GraphQLSchema schema, OperationDefinition.Operation operation) {
        return switch (operation) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    boolean isTooHigh() {
        return depth > DEEPEST || cost > DEAREST;
    }

    /** For a person: which of the two is too high. */
    String tooHigh() {
        return depth > DEEPEST ? tooHigh("depth", depth, DEEPEST) : tooHigh("cost", cost, DEAREST);
    }

    private static String tooHigh(String what, int used, int allowed) {
        return "The request's %s is %d; at most %d is answered.".formatted(what, used, allowed);
    }

    /** As responses carry it. */
    Map<String, Object> asExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("cost", Map.of("used", cost, "allowed", DEAREST));
        extensions.put("depth", Map.of("used", depth, "allowed", DEEPEST));
        return extensions;
    }

    /** Both beside each other. */
    RequestCost and(RequestCost other) {
        return new RequestCost(saturated((long) cost + other.cost), Math.max(depth, other.depth));
    }

    /**
     * This, below a field.
     *
     * @param weight what the field itself costs
     * @param times how often this counts below it
     */
    RequestCost below(int weight, int times) {
        return new RequestCost(saturated(weight + (long) times * cost), depth + 1);
    }

    private static int saturated(long cost) {
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }
}
