package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppendOnlyTest {

    @TempDir
    Path directory;

    @Test
    void an_append_only_collection_takes_new_documents_and_nothing_else() {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly("commits");
        try (EmbeddedStore store = EmbeddedStore.open(directory, options);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase ledger = client.getDatabase("ledger");
            MongoCollection<Document> commits = ledger.getCollection("commits");
            Document first = new Document("_id", 0L).append("a", 1);
            commits.insertOne(first);
            String index = commits.createIndex(new Document("a", 1));
            List<ThrowingCallable> attempts = List.of(
                    () -> commits.updateOne(Filters.eq("_id", 0L), Updates.set("a", 2)),
                    () -> commits.replaceOne(Filters.eq("_id", 0L), new Document("a", 2)),
                    () -> commits.deleteMany(new Document()),
                    () -> commits.findOneAndUpdate(Filters.eq("_id", 0L), Updates.set("a", 2)),
                    () -> commits.findOneAndDelete(Filters.eq("_id", 0L)),
                    () -> commits.renameCollection(new MongoNamespace("ledger.elsewhere")),
                    () -> commits.dropIndex(index),
                    commits::drop,
                    ledger::drop);

            for (ThrowingCallable attempt : attempts) {
                assertThatThrownBy(attempt)
                        .hasMessageMatching("(?s).*(only takes new documents|renames no collection).*");
            }

            assertThat(commits.find()).containsExactly(first);
        }
    }
}
