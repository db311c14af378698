package org.openengagement.ledger.store.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;

/** Against what a MongoDB answered once, so that it runs everywhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedAnswersTest {

    /** 16 MiB, less what the names and the id take. */
    private static final int GREATEST = 16 * 1024 * 1024 - 26;

    @Test
    void every_command_that_the_ledger_uses_is_answered_as_mongodb_answers_it(@TempDir Path directory) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
                MongoClient client = MongoClients.create(store.connectionString())) {
            for (Script script : Scripts.all()) {
                List<BsonDocument> answers = Answers.to(script, client.getDatabase("answers-" + UUID.randomUUID()));
                List<BsonDocument> expected = RecordedAnswers.to(script);

                assertThat(answers).as(script.name()).hasSameSizeAs(expected);
                for (int index = 0; index < answers.size(); index++) {
                    assertThat(answers.get(index))
                            .as("%s: %s", script.name(), script.commands().get(index))
                            .isEqualTo(expected.get(index));
                }
            }
        }
    }

    /** MongoDB's own limit; the replica set of the tests has too little memory to hold such a one. */
    @Test
    void the_greatest_document_is_kept_and_no_greater_one(@TempDir Path directory) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> large = client.getDatabase("answers").getCollection("large");
            large.insertOne(document(GREATEST));

            assertThat(large.find().first()).isEqualTo(document(GREATEST));
            assertThatExceptionOfType(BsonMaximumSizeExceededException.class)
                    .isThrownBy(() -> large.insertOne(document(GREATEST + 1)));
            assertThat(large.countDocuments()).isEqualTo(1);
        }
    }

    private static Document document(int bytes) {
        return new Document("_id", 1).append("bytes", new Binary(new byte[bytes]));
    }
}
