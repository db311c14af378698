package org.openengagement.ledger.store.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.store.ReplicaSet;

/** Both side by side; skipped where no MongoDB can be had. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongodAnswersTest {

    private static final int SCRIPTS = Boolean.getBoolean("oel.whole") ? 1_000 : 25;
    private static final int COMMANDS = 30;

    private static MongoClient mongod;
    private static EmbeddedStore store;
    private static MongoClient embedded;

    @BeforeAll
    static void open(@TempDir Path directory) {
        mongod = MongoClients.create(ReplicaSet.connectionStringOrSkip());
        store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
        embedded = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void close() {
        if (store != null) {
            embedded.close();
            store.close();
            mongod.close();
        }
    }

    @Test
    void what_was_recorded_of_mongodb_is_what_it_answers() {
        if (Boolean.getBoolean("oel.record")) {
            RecordedAnswers.record(Scripts.all().stream(), script -> Answers.to(script, database(mongod)));
        }
        for (Script script : Scripts.all()) {
            assertThat(Answers.to(script, database(mongod))).as(script.name()).isEqualTo(RecordedAnswers.to(script));
        }
    }

    @Test
    void whatever_is_asked_the_embedded_store_answers_the_same_or_refuses() {
        // By lot only where somebody looks for new differences: a build fails for what was changed, not for what was
        // drawn.
        long seed = Long.getLong("oel.seed", Boolean.getBoolean("oel.whole") ? System.nanoTime() : 1);
        int same = 0;
        int refused = 0;
        for (int number = 0; number < SCRIPTS; number++) {
            Script script = RandomScript.of(new Random(seed + number), COMMANDS);
            List<BsonDocument> expected = Answers.to(script, database(mongod));
            List<BsonDocument> answers = Answers.to(script, database(embedded));
            for (int index = 0; index < COMMANDS; index++) {
                if (answers.get(index).equals(expected.get(index))) {
                    same++;
                } else {
                    // What was refused here may stand there, so that the rest cannot be compared.
                    assertThat(isRefused(answers.get(index)))
                            .as(
                                    "seed %d: %s was answered %s, by MongoDB %s",
                                    seed + number,
                                    script.commands().get(index),
                                    answers.get(index),
                                    expected.get(index))
                            .isTrue();
                    refused++;
                    break;
                }
            }
        }
        assertThat(same).as("refused: %d", refused).isGreaterThan(5 * SCRIPTS);
    }

    private static boolean isRefused(BsonDocument answer) {
        return answer.getNumber("ok").intValue() == 0 || answer.containsKey("writeErrors");
    }

    private static MongoDatabase database(MongoClient client) {
        return client.getDatabase("answers-" + UUID.randomUUID());
    }
}
