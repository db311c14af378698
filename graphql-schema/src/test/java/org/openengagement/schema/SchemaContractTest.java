package org.openengagement.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaContractTest {

    @Test
    void every_type_field_argument_and_value_is_described() throws IOException {
        assertThat(parts(Sdl.types(Sdl.SERVED)))
                .isNotEmpty()
                .allSatisfy((path, part) -> assertThat(
                                part instanceof DescribedNode<?> described ? described.getDescription() : null)
                        .as("the description of %s", path)
                        .isNotNull());
    }

    @Test
    void nothing_that_was_served_is_taken_away_or_bent() throws IOException {
        assertThat(Breakages.between(Contract.written(), Contract.of(Sdl.text(Sdl.SERVED))))
                .as("""
                        what breaks a client. Add beside it what is new, and leave what is served as it is. Where a break is \
                        meant, change the line in %s in the same commit, and tell it in CHANGELOG.md""", Contract.WRITTEN)
                .isEmpty();
    }

    @Test
    void what_is_new_is_written_down() throws IOException {
        List<String> served = Contract.of(Sdl.text(Sdl.SERVED)).lines();
        List<String> written = Contract.written().lines();

        assertThat(without(served, written))
                .as("lines to be put into %s, sorted by what stands before the colon", Contract.WRITTEN)
                .isEmpty();
        assertThat(without(written, served))
                .as("lines to be taken out of %s", Contract.WRITTEN)
                .isEmpty();
        assertThat(written).as("the lines of %s", Contract.WRITTEN).isEqualTo(served);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    /** The contract comes with the project's material; where that is absent, there is nothing to compare with. */
    @Test
    void whatever_the_contract_names_is_served_in_its_words() throws IOException {
        Path contract = Path.of(Objects.requireNonNullElse(System.getenv("OEL_SHARED"), "../../shared"))
                .resolve("contract");
        assumeTrue(Files.isDirectory(contract), "no contract at " + contract);
        Map<String, NamedNode<?>> wanted = parts(Sdl.types(contract));
        Map<String, NamedNode<?>> served = parts(Sdl.types(Sdl.SERVED));
        served.forEach((path, part) -> {
            if (wanted.containsKey(path)) {
                assertThat(typeOf(part)).as("the type of %s", path).isEqualTo(typeOf(wanted.get(path)));
            }
        });
        assertThat(served).containsKeys("Query.proposal", "Query.proposals", "Query.responseTimes", "Query.entries");
    }

    private static String typeOf(NamedNode<?> part) {
        return switch (part) {
            case FieldDefinition field -> AstPrinter.printAst(field.getType());
            case InputValueDefinition value ->
                AstPrinter.printAst(value.getType())
                        + (value.getDefaultValue() == null ? "" : " = " + AstPrinter.printAst(value.getDefaultValue()));
            default -> part.getClass().getSimpleName();
        };
    }

    /** Every part of a schema by its path: a type, a field of it, an argument of that. */
    private static Map<String, NamedNode<?>> parts(TypeDefinitionRegistry types) {
        Map<String, NamedNode<?>> parts = new LinkedHashMap<>();
        types.types().forEach((name, type) -> add(parts, name, type));
        types.scalars().entrySet().stream()
                .filter(scalar ->
                        !List.of("Int", "Float", "String", "Boolean", "ID").contains(scalar.getKey()))
                .forEach(scalar -> parts.put(scalar.getKey(), scalar.getValue()));
        types.objectTypeExtensions()
                .forEach((name, extensions) -> extensions.forEach(more -> fields(parts, name, more)));
        return parts;
    }

    private static void add(Map<String, NamedNode<?>> parts, String name, TypeDefinition<?> type) {
        parts.put(name, type);
        switch (type) {
            case ImplementingTypeDefinition<?> object -> fields(parts, name, object);
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(value -> parts.put(name + "." + value.getName(), value));
            case EnumTypeDefinition values -> {
                for (EnumValueDefinition value : values.getEnumValueDefinitions()) {
                    parts.put(name + "." + value.getName(), value);
                }
            }
            default -> {}
        }
    }

    private static void fields(Map<String, NamedNode<?>> parts, String name, ImplementingTypeDefinition<?> type) {
        Stream<FieldDefinition> fields = type.getFieldDefinitions().stream();
        fields.forEach(field -> {
            String path = name + "." + field.getName();
            parts.put(path, field);
            field.getInputValueDefinitions()
                    .forEach(argument -> parts.put(path + "(" + argument.getName() + ")", argument));
        });
    }
}
