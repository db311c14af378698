package org.openengagement.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RememberedDocumentsTest {

    private final AtomicInteger parsed = new AtomicInteger();
    private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse("type Query { echo(word: String!): String }"),
                            RuntimeWiring.newRuntimeWiring()
                                    .type(
                                            "Query",
                                            query -> query.dataFetcher("echo", asked -> asked.getArgument("word")))
                                    .build()))
            .preparsedDocumentProvider(new RememberedDocuments())
            .instrumentation(new Counting())
            .build();

    @Test
    void a_document_that_is_sent_again_is_parsed_once_and_answered_for_its_own_variables() {
        assertThat(echo("one")).isEqualTo("one");
        assertThat(echo("two")).isEqualTo("two");

        assertThat(parsed).hasValue(1);
    }

    @Test
    void documents_that_differ_in_one_character_are_two() {
        assertThat(answer("{ echo(word: \"a\") }").getData().toString()).isEqualTo("{echo=a}");
        assertThat(answer("{ echo(word: \"b\") }").getData().toString()).isEqualTo("{echo=b}");

        assertThat(parsed).hasValue(2);
    }

    @Test
    void what_is_wrong_with_a_document_is_told_each_time() {
        for (int time = 0; time < 3; time++) {
            assertThat(answer("{ nothing }").getErrors()).hasSize(1);
        }

        assertThat(parsed).hasValue(3);
    }

    @Test
    void many_documents_push_each_other_out() {
        String padding = "#" + "x".repeat(RememberedDocuments.CHARACTERS_AT_MOST / 10) + "\n";
        int many = 200;
        for (int number = 0; number < many; number++) {
            answer(padding + "{ echo(word: \"%s\") }".formatted(number));
        }
        int first = parsed.get();

        for (int number = 0; number < many; number++) {
            answer(padding + "{ echo(word: \"%s\") }".formatted(number));
        }

        assertThat(first).isEqualTo(many);
        assertThat(parsed).hasValueGreaterThanOrEqualTo(many + many - 20);
    }

    private @Nullable Object echo(String word) {
        Map<String, Object> data = graphQl.execute(ExecutionInput.newExecutionInput()
                        .query("query($word: String!) { echo(word: $word) }")
                        .variables(Map.of("word", word))
                        .locale(Locale.ROOT))
                .getData();
        return data.get("echo");
    }

    private ExecutionResult answer(String document) {
        return graphQl.execute(document);
    }

    /** Counts what is parsed. */
    private final class Counting extends SimplePerformantInstrumentation {

        @Override
        public InstrumentationContext<Document> beginParse(
                InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
            parsed.incrementAndGet();
            return SimpleInstrumentationContext.noOp();
        }
    }
}
