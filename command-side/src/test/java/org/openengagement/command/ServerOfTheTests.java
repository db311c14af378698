package org.openengagement.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The command side alone, on an embedded store. The other side, which owns the scalars in one process, is not there. */
@SpringBootApplication
class ServerOfTheTests {

    @Bean(destroyMethod = "close")
    EmbeddedStore embeddedStore() throws IOException {
        return EmbeddedStore.open(
                Files.createTempDirectory("command-side"),
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints")
                        .withErasable("disclosures", "vault"));
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(EmbeddedStore store) {
        return MongoClients.create(store.connectionString());
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(scalar("Date", LocalDate::parse))
                .scalar(scalar("DateTime", Function.identity()))
                .scalar(scalar("Position", Long::valueOf))
                .scalar(scalar("JSON", Function.identity()));
    }

    private static GraphQLScalarType scalar(String name, Function<String, ?> parse) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object value, GraphQLContext context, Locale locale) {
                        return value instanceof Number ? value : value.toString();
                    }

                    @Override
                    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                        return parse.apply(input.toString());
                    }
                })
                .build();
    }
}
