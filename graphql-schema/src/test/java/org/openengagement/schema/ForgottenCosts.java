package org.openengagement.schema;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Finds the fields whose cost the schema does not say, in words. */
final class ForgottenCosts {

    private final GraphQLSchema schema;
    private final List<String> found = new ArrayList<>();

    private ForgottenCosts(GraphQLSchema schema) {
        this.schema = schema;
    }

    static List<String> of(GraphQLSchema schema) {
        ForgottenCosts costs = new ForgottenCosts(schema);
        schema.getAllTypesAsList().stream()
                .filter(GraphQLFieldsContainer.class::isInstance)
                .map(GraphQLFieldsContainer.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .forEach(costs::look);
        return costs.found;
    }

    private void look(GraphQLFieldsContainer type) {
        if (type.getFieldDefinition("ledgerPosition") != null && weight(type).isEmpty()) {
            found.add(type.getName() + " is a figure (it has a ledgerPosition): give the type a @cost");
        }
        positive(type.getName(), (GraphQLDirectiveContainer) type);
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            String path = type.getName() + "." + field.getName();
            positive(path, field);
            if (isConnection(field)) {
                page(path, field);
            } else {
                list(path, field, isConnection(type));
                computed(path, type, field);
            }
            if (type instanceof GraphQLImplementingType implementing) {
                likeItsInterfaces(path, implementing, field);
            }
        }
    }

    private void positive(String path, GraphQLDirectiveContainer part) {
        if (weight(part).orElse(1) < 1 || assumedSize(part).orElse(1) < 1) {
            found.add(path + " has a cost below 1: nothing is free");
        }
    }

    /** The size of a page is read from its arguments, so they must be there, and mean the usual where they are absent. */
    private void page(String path, GraphQLFieldDefinition field) {
        GraphQLArgument first = field.getArgument("first");
        if (first == null || !GraphQLTypeUtil.simplePrint(first.getType()).equals("Int")) {
            found.add(path + " leads to a connection: give it the argument first: Int");
        } else if (first.hasSetDefaultValue()) {
            found.add(path + " has a default for first: the usual size of a page is the same everywhere");
        }
        if (assumedSize(field).isPresent()) {
            found.add(path + " leads to a connection, which counts by its page size: take its @listSize away");
        }
    }

    private void list(String path, GraphQLFieldDefinition field, boolean onAPage) {
        boolean holdsObjects = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))
                && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType;
        if (holdsObjects && !onAPage && assumedSize(field).isEmpty()) {
            found.add(path + " is a list: make it a connection, or say how long it usually is by @listSize");
        }
        if (!holdsObjects && assumedSize(field).isPresent()) {
            found.add(path + " is no list of objects: take its @listSize away");
        }
    }

    /** What is found by an id is cheap. What is computed from arguments may be dear, and nobody but its author knows. */
    private void computed(String path, GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
        boolean computed =
                type.equals(schema.getQueryType()) || !field.getArguments().isEmpty();
        GraphQLNamedOutputType leadsTo = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        if (computed
                && !type.equals(schema.getMutationType())
                && leadsTo instanceof GraphQLFieldsContainer object
                && !isNode(object)
                && weight(field).isEmpty()
                && weight(object).isEmpty()) {
            found.add(path + " is computed: say what it costs by @cost, on the field or on " + leadsTo.getName());
        }
    }

    private void likeItsInterfaces(String path, GraphQLImplementingType type, GraphQLFieldDefinition field) {
        for (GraphQLNamedOutputType each : type.getInterfaces()) {
            GraphQLFieldDefinition there = ((GraphQLFieldsContainer) each).getFieldDefinition(field.getName());
            if (there != null
                    && !(weight(there).equals(weight(field))
                            && assumedSize(there).equals(assumedSize(field)))) {
                found.add(path + " costs another than in the interface " + each.getName() + ": say the same in both");
            }
        }
    }

    private static boolean isNode(GraphQLFieldsContainer type) {
        return type.getName().equals("Node")
                || (type instanceof GraphQLImplementingType implementing
                        && implementing.getInterfaces().stream()
                                .anyMatch(each -> each.getName().equals("Node")));
    }

    private static boolean isConnection(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()).getName().endsWith("Connection");
    }

    private static boolean isConnection(GraphQLFieldsContainer type) {
        return type.getName().endsWith("Connection");
    }

    private static OptionalInt weight(GraphQLType part) {
        return part instanceof GraphQLDirectiveContainer with ? weight(with) : OptionalInt.empty();
    }

    private static OptionalInt weight(GraphQLDirectiveContainer part) {
        return number(part, "cost", "weight");
    }

    private static OptionalInt assumedSize(GraphQLDirectiveContainer part) {
        return number(part, "listSize", "assumedSize");
    }

    private static OptionalInt number(GraphQLDirectiveContainer part, String directive, String argument) {
        GraphQLAppliedDirective said = part.getAppliedDirective(directive);
        return said == null
                ? OptionalInt.empty()
                : OptionalInt.of(Objects.<Integer>requireNonNull(
                        said.getArgument(argument).getValue()));
    }
}
