package org.openengagement.schema;

import graphql.language.AstPrinter;
import graphql.language.InputValueDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What clients rely on: each part of a schema by its coordinate, as the GraphQL specification writes it (September 2025, 3.13), such
 * as {@code Query.proposal(reference:)}, with what it is. Descriptions, the order of parts and costs are no part of it.
 *
 * @param parts what each part is, by its coordinate; empty for the value of an enum
 */
record Contract(SortedMap<String, String> parts) {

    /** What was served when the contract was last written down. */
    static final Path WRITTEN = Path.of("src", "test", "resources", "contract.txt");

    private static final String IS = ": ";

    /** Of a schema. */
    static Contract of(String sdl) {
        GraphQLSchema schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
        Contract contract = new Contract(new TreeMap<>());
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .forEach(contract::add);
        return contract;
    }

    /** As it is written down: a coordinate a line. Lines that begin with # are comments. */
    static Contract written() throws IOException {
        Contract contract = new Contract(new TreeMap<>());
        for (String line : Files.readAllLines(WRITTEN)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                // An argument's coordinate holds a colon, too, but no space after it.
                int is = line.indexOf(IS);
                contract.parts.put(
                        is < 0 ? line : line.substring(0, is), is < 0 ? "" : line.substring(is + IS.length()));
            }
        }
        return contract;
    }

    /** Its lines, in order. */
    List<String> lines() {
        return parts.entrySet().stream()
                .map(part -> part.getValue().isEmpty() ? part.getKey() : part.getKey() + IS + part.getValue())
                .toList();
    }

    /** What a part is; null: there is none. */
    @Nullable
    String at(String coordinate) {
        return parts.get(coordinate);
    }

    private void add(GraphQLNamedType type) {
        String name = type.getName();
        switch (type) {
            case GraphQLFieldsContainer object -> {
                String kind = object instanceof GraphQLInterfaceType ? "interface" : "type";
                parts.put(name, kind + list(" implements ", ((GraphQLImplementingType) object).getInterfaces()));
                object.getFieldDefinitions().forEach(field -> add(name + "." + field.getName(), field));
            }
            case GraphQLInputObjectType input -> {
                parts.put(name, input.isOneOf() ? "input @oneOf" : "input");
                for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                    parts.put(name + "." + field.getName(), input(field.getType(), field.getDefinition()));
                }
            }
            case GraphQLEnumType values -> {
                parts.put(name, "enum");
                for (GraphQLEnumValueDefinition value : values.getValues()) {
                    parts.put(name + "." + value.getName(), "");
                }
            }
            case GraphQLUnionType any -> parts.put(name, "union" + list(" of ", any.getTypes()));
            case GraphQLScalarType scalar -> parts.put(name, "scalar");
            default -> throw new IllegalArgumentException("What is the type " + name + "?");
        }
    }

    private void add(String coordinate, GraphQLFieldDefinition field) {
        parts.put(coordinate, GraphQLTypeUtil.simplePrint(field.getType()));
        field.getArguments()
                .forEach(argument -> parts.put(
                        coordinate + "(" + argument.getName() + ":)",
                        input(argument.getType(), argument.getDefinition())));
    }

    private static String input(GraphQLInputType type, @Nullable InputValueDefinition definition) {
        String printed = GraphQLTypeUtil.simplePrint(type);
        return definition == null || definition.getDefaultValue() == null
                ? printed
                : printed + " = " + AstPrinter.printAstCompact(definition.getDefaultValue());
    }

    private static String list(String before, Collection<? extends GraphQLNamedSchemaElement> named) {
        List<String> names =
                named.stream().map(GraphQLNamedSchemaElement::getName).sorted().toList();
        return names.isEmpty() ? "" : before + String.join(" & ", names);
    }
}
