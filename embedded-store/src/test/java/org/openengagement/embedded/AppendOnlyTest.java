package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
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

    @Test
    void no_command_and_no_detour_changes_or_removes_what_stands() {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly("commits", "checkpoints");
        try (EmbeddedStore store = EmbeddedStore.open(directory, options);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase ledger = client.getDatabase("ledger");
            Document first = new Document("_id", 0L).append("a", 1);
            for (String name : List.of("commits", "checkpoints")) {
                ledger.getCollection(name).insertOne(first);
                ledger.getCollection(name).createIndex(new Document("a", 1), new IndexOptions().unique(true));
                for (String attempt : ATTEMPTS) {
                    Document command = Document.parse(attempt.replace("commits", name));
                    MongoDatabase asked = attempt.contains("ledger.") ? client.getDatabase("admin") : ledger;
                    assertThatThrownBy(() -> refuse(asked.runCommand(command)))
                            .as(attempt)
                            .isInstanceOf(MongoException.class);
                    assertThat(ledger.getCollection(name).find()).as(attempt).containsExactly(first);
                    assertThat(ledger.getCollection(name).listIndexes())
                            .as(attempt)
                            .extracting(index -> index.get("name"))
                            .containsExactly("_id_", "a_1");
                }
            }
        }
    }

    @Test
    void it_is_so_in_every_database_and_no_collection_can_be_made_that_forgets() {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly("commits");
        try (EmbeddedStore store = EmbeddedStore.open(directory, options);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase another = client.getDatabase("another");
            assertThatThrownBy(
                            () -> another.runCommand(Document.parse("{create: 'commits', capped: true, size: 4096}")))
                    .hasMessageContaining("capped");
            another.getCollection("commits").insertOne(new Document("_id", 0L));

            assertThatThrownBy(() -> another.getCollection("commits").deleteMany(new Document()))
                    .hasMessageContaining("only takes new documents");
            assertThatThrownBy(another::drop).hasMessageContaining("only takes new documents");
        }
    }

    /** An answer of ok 1 may hold errors of its parts. */
    private static void refuse(Document answer) {
        if (answer.containsKey("writeErrors")) {
            throw new MongoException(answer.toJson());
        }
    }

    private static final List<String> ATTEMPTS = List.of(
            "{update: 'commits', updates: [{q: {_id: 0}, u: {$set: {a: 2}}}]}",
            "{update: 'commits', updates: [{q: {_id: 0}, u: {a: 2}, upsert: true}]}",
            "{update: 'commits', updates: [{q: {_id: 9}, u: {$set: {a: 9}}, upsert: true}]}",
            "{update: 'commits', updates: [{q: {}, u: [{$set: {a: 2}}], multi: true}]}",
            "{update: 'commits', updates: []}",
            "{delete: 'commits', deletes: [{q: {}, limit: 0}]}",
            "{delete: 'commits', deletes: [{q: {_id: 0}, limit: 1}]}",
            "{findAndModify: 'commits', query: {_id: 0}, update: {$set: {a: 2}}}",
            "{findandmodify: 'commits', query: {_id: 0}, remove: true}",
            "{FINDANDMODIFY: 'commits', query: {_id: 0}, remove: true}",
            "{insert: 'commits', documents: [{_id: 0, a: 2}]}",
            "{insert: 'commits', documents: [{_id: 0.0, a: 2}]}",
            "{insert: 'commits', documents: [{_id: 1, a: 1}]}",
            "{drop: 'commits'}",
            "{dropDatabase: 1}",
            "{create: 'commits'}",
            "{create: 'commits', capped: true, size: 4096}",
            "{dropIndexes: 'commits', index: 'a_1'}",
            "{dropIndexes: 'commits', index: '*'}",
            "{deleteIndexes: 'commits', index: '*'}",
            "{createIndexes: 'commits', indexes: [{key: {a: 1}, name: 'a_1'}]}",
            "{createIndexes: 'commits', indexes: [{key: {b: 1}, name: 'a_1', unique: true}]}",
            "{createIndexes: 'commits', indexes: [{key: {b: 1}, name: 'b_1', expireAfterSeconds: 1}]}",
            "{aggregate: 'commits', pipeline: [{$out: 'commits'}], cursor: {}}",
            "{aggregate: 'others', pipeline: [{$out: 'commits'}], cursor: {}}",
            "{aggregate: 'others', pipeline: [{$merge: {into: 'commits'}}], cursor: {}}",
            "{mapReduce: 'commits', map: 'x', reduce: 'x', out: 'commits'}",
            "{collMod: 'commits', validator: {a: 2}}",
            "{convertToCapped: 'commits', size: 4096}",
            "{cloneCollectionAsCapped: 'commits', toCollection: 'others', size: 4096}",
            "{compact: 'commits'}",
            "{reIndex: 'commits'}",
            "{emptycapped: 'commits'}",
            "{godinsert: 'commits', obj: {_id: 1}}",
            "{renameCollection: 'ledger.commits', to: 'ledger.others'}",
            "{renameCollection: 'ledger.others', to: 'ledger.commits', dropTarget: true}",
            "{applyOps: [{op: 'd', ns: 'ledger.commits', o: {_id: 0}}]}",
            "{bulkWrite: 1, ops: [{delete: 0, filter: {}}], nsInfo: [{ns: 'ledger.commits'}]}",
            "{restoreCatalog: 'ledger.commits'}",
            "{shutdown: 1, force: true, comment: 'ledger.commits'}");
}
