package org.openengagement.query.api.bounds;

import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the cost of one operation, along the types of the schema. Each fragment is counted once, however often it is spread:
 * fragments that spread each other twice would otherwise take a time that doubles with each of them. GraphQL Java's own
 * {@code QueryComplexityCalculator} walks every spread, so it is not used here.
 */
final class CostCount {

    private final GraphQLSchema schema;
    private final FieldCosts costs;
    private final Map<String, FragmentDefinition> fragments;
    private final RequestVariables variables;
    private final Map<String, RequestCost> counted = new HashMap<>();

    CostCount(ExecutionContext request) {
        this.schema = request.getGraphQLSchema();
        this.costs = new FieldCosts(schema);
        this.fragments = request.getFragmentsByName();
        this.variables = new RequestVariables(request.getCoercedVariables().toMap());
    }

    /**
     * What some selections cost.
     *
     * @param parent the type that they select from
     */
    RequestCost of(@Nullable SelectionSet selections, GraphQLCompositeType parent) {
        RequestCost sum = RequestCost.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.and(of(selection, parent));
            }
        }
        return sum;
    }

    private RequestCost of(Selection<?> selection, GraphQLCompositeType parent) {
        if (selection instanceof DirectivesContainer<?> conditional && variables.leaveOut(conditional)) {
            return RequestCost.NOTHING;
        }
        return switch (selection) {
            case Field field -> field(field, Introspection.getFieldDef(schema, parent, field.getName()));
            case InlineFragment fragment -> of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent));
            case FragmentSpread spread -> fragment(spread.getName(), parent);
            default -> RequestCost.NOTHING;
        };
    }

    private RequestCost field(Field field, GraphQLFieldDefinition definition) {
        RequestCost below = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type
                ? of(field.getSelectionSet(), type)
                : RequestCost.NOTHING;
        return below.below(costs.weight(definition), costs.times(definition, field, variables));
    }

    private RequestCost fragment(String name, GraphQLCompositeType parent) {
        RequestCost known = counted.get(name);
        if (known == null) {
            FragmentDefinition fragment = fragments.get(name);
            known = fragment == null
                    ? RequestCost.NOTHING
                    : of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent));
            counted.put(name, known);
        }
        return known;
    }

    private GraphQLCompositeType type(@Nullable TypeName condition, GraphQLCompositeType parent) {
        return condition == null
                ? parent
                : (GraphQLCompositeType) Objects.requireNonNull(schema.getType(condition.getName()));
    }
}
