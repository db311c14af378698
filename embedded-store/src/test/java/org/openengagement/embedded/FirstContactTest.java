package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstContactTest {

    @TempDir
    Path directory;

    @Test
    void the_stock_driver_writes_and_reads() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> commits = client.getDatabase("ledger").getCollection("commits");
            commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
            for (long position = 0; position < 100; position++) {
                commits.insertOne(
                        new Document("_id", position).append("claims", List.of("a#" + position, "b#" + position)));
            }
            assertThatThrownBy(
                            () -> commits.insertOne(new Document("_id", 1000L).append("claims", List.of("x", "b#7"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("index: claims_1");
            assertThat(commits.find(Filters.gte("_id", 50L))
                            .sort(Sorts.ascending("_id"))
                            .limit(200)
                            .into(new ArrayList<>()))
                    .hasSize(50)
                    .first()
                    .extracting(found -> found.get("_id"))
                    .isEqualTo(50L);
            assertThat(commits.find().sort(Sorts.descending("_id")).first()).containsEntry("_id", 99L);
            assertThat(commits.countDocuments()).isEqualTo(100);
        }
    }
}
