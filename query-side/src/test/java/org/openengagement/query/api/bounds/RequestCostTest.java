package org.openengagement.query.api.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestCostTest {

    private static final String SCHEMA = """
            directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
            directive @listSize(assumedSize: Int!) on FIELD_DEFINITION
            interface Node { id: ID! }
            interface Any { id: ID! }
            union Either = Book | Figure
            type Book implements Node & Any {
              id: ID!
              title: String
              dear: String @cost(weight: 7)
              chapters: [Chapter!]! @listSize(assumedSize: 5)
              notes: [Chapter!]!
              others(first: Int, last: Int): BookConnection!
              figure: Figure
              cheapFigure: Figure @cost(weight: 2)
            }
            type Chapter { title: String, book: Book! }
            type Figure implements Any @cost(weight: 150) { id: ID!, value: Int }
            type BookConnection { edges: [BookEdge!]!, totalCount: Int! }
            type BookEdge { node: Book! }
            type Query { node: Node, any: Any, either: Either, book: Book, books(first: Int, last: Int): BookConnection! }
            type Mutation { write(input: Int): Book }
            """;

    private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse(SCHEMA),
                            RuntimeWiring.newRuntimeWiring()
                                    .type("Node", any -> any.typeResolver(asked -> null))
                                    .type("Any", any -> any.typeResolver(asked -> null))
                                    .type("Either", any -> any.typeResolver(asked -> null))
                                    .build()))
            .instrumentation(new CostLimits())
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { book { title } }                                                    |   2 | 2
            mutation { write(input: 1) { title } }                                |   2 | 2
            { book { __typename } __typename __schema { types { name } } }        |   6 | 3
            { book { dear } }                                                     |   8 | 2
            { book { a: dear b: dear } }                                          |  15 | 2
            { book { chapters { title } } }                                       |   7 | 3
            { book { chapters { book { chapters { title } } } } }                 |  37 | 5
            { book { notes { title } } }                                          |   3 | 3
            { books { totalCount } }                                              |  21 | 2
            { books(first: 3) { edges { node { title } } totalCount } }           |  13 | 4
            { books(last: 3) { edges { node { title } } } }                       |  10 | 4
            { books(first: 0) { totalCount } }                                    |   2 | 2
            { books(first: -1) { totalCount } }                                   |  21 | 2
            { books(first: 100000) { totalCount } }                               | 101 | 2
            { books(first: 2) { edges { node { others(last: 3) { totalCount } } } } } | 13 | 5
            { book { figure { value } } }                                         | 152 | 3
            { book { cheapFigure { value } } }                                    |   4 | 3
            { either { ... on Figure { value } } }                                | 151 | 2
            { any { ... on Book { title } } }                                     | 151 | 2
            { node { id ... on Book { chapters { title } } } }                    |   8 | 3
            { node { ...b } } fragment b on Book { dear chapters { title } }      |  14 | 3
            { book { ... { dear } ... @skip(if: true) { dear } title @include(if: false) } } | 8 | 2
            { ...q ...q } fragment q on Query { book { title } }                  |   4 | 2
            """)
    void each_field_costs_what_the_schema_says(String request, int cost, int depth) {
        assertThat(cost(request, Map.of())).isEqualTo(new RequestCost(cost, depth));
    }

    @Test
    void variables_say_how_long_a_page_is_and_what_is_left_out() {
        String request = """
                query($n: Int = 7, $yes: Boolean!) {
                  books(first: $n) { totalCount @skip(if: $yes) edges { node { title @include(if: $yes) } } }
                }""";

        assertThat(cost(request, Map.of("n", 10, "yes", true))).isEqualTo(new RequestCost(31, 4));
        assertThat(cost(request, Map.of("yes", false))).isEqualTo(new RequestCost(22, 3));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("n", null);
        nothing.put("yes", true);
        assertThat(cost(request, nothing)).isEqualTo(new RequestCost(61, 4));
    }

    @Test
    void a_cost_beyond_all_numbers_stays_too_high() {
        String page = "books(first: 100) { edges { node { " + "others(first: 100) { edges { node { ".repeat(5);
        String request = "{ " + page + "title" + " } } }".repeat(6) + " }";

        assertThat(cost(request, Map.of()).cost()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void fragments_that_double_each_other_are_counted_in_no_time() {
        StringBuilder request = new StringBuilder("{ ...f0 } fragment f60 on Query { book { dear } }");
        for (int i = 0; i < 60; i++) {
            request.append(" fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1));
        }

        assertThat(cost(request.toString(), Map.of())).isEqualTo(new RequestCost(Integer.MAX_VALUE, 2));
    }

    /** As the response tells it; an error tells it too. */
    private RequestCost cost(String request, Map<String, Object> variables) {
        ExecutionResult result = graphQl.execute(
                ExecutionInput.newExecutionInput(request).variables(variables).build());
        Map<Object, Object> told = Objects.requireNonNull(result.getExtensions(), () -> "" + result.getErrors());
        return new RequestCost(used(told, "cost"), used(told, "depth"));
    }

    private static int used(Map<Object, Object> told, String what) {
        Map<?, ?> limit = (Map<?, ?>) Objects.requireNonNull(told.get(what));
        return (Integer) Objects.requireNonNull(limit.get("used"));
    }
}
