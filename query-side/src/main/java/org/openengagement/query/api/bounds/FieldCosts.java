package org.openengagement.query.api.bounds;

import graphql.language.Field;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.openengagement.query.api.PageRequest;

/**
 * What the schema says of a field's cost. A field that leads to a connection counts what lies below it as often as its page is
 * long: any type whose name ends in "Connection" is one (Relay's "GraphQL Cursor Connections Specification", 2.1). Any other cost
 * is said by {@code @cost} and {@code @listSize} in the SDL; a test of the schema finds the field that says nothing.
 */
final class FieldCosts {

    private static final int USUAL_WEIGHT = 1;
    private static final int ONCE = 1;

    private final GraphQLSchema schema;

    FieldCosts(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** What the field itself costs: its own weight, else that of its type, else 1. */
    int weight(GraphQLFieldDefinition field) {
        return weightOf(field).orElseGet(() -> weight(GraphQLTypeUtil.unwrapAll(field.getType())));
    }

    /** An abstract type costs as much as the dearest that it may be. */
    private int weight(GraphQLType type) {
        Stream<? extends GraphQLType> possible =
                switch (type) {
                    case GraphQLInterfaceType any -> schema.getImplementations(any).stream();
                    case GraphQLUnionType any -> any.getTypes().stream();
                    default -> Stream.of(type);
                };
        return possible.filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .mapToInt(object -> weightOf(object).orElse(USUAL_WEIGHT))
                .max()
                .orElse(USUAL_WEIGHT);
    }

    /** How often what lies below the field counts. */
    int times(GraphQLFieldDefinition definition, Field field, RequestVariables variables) {
        return GraphQLTypeUtil.unwrapAll(definition.getType()).getName().endsWith("Connection")
                ? pageSize(field, variables)
                : number(definition, "listSize", "assumedSize").orElse(ONCE);
    }

    private static int pageSize(Field field, RequestVariables variables) {
        return Stream.of("first", "last")
                .flatMap(name -> field.getArguments().stream()
                        .filter(argument -> argument.getName().equals(name)))
                .map(argument -> variables.natural(argument.getValue()))
                .filter(OptionalInt::isPresent)
                .map(size -> Math.clamp(size.orElseThrow(), 1, PageRequest.LARGEST))
                .findFirst()
                .orElse(PageRequest.USUAL);
    }

    private static OptionalInt weightOf(GraphQLDirectiveContainer part) {
        return number(part, "cost", "weight");
    }

    private static OptionalInt number(GraphQLDirectiveContainer part, String directive, String argument) {
        GraphQLAppliedDirective said = part.getAppliedDirective(directive);
        return said == null
                ? OptionalInt.empty()
                : OptionalInt.of(Objects.<Integer>requireNonNull(
                        said.getArgument(argument).getValue()));
    }
}
