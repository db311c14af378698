package org.openengagement.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replica set and its proxies do what the fault suite takes for granted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplicaSetUnderFaultTest {

    @TempDir
    static Path directory;

    private static ProcessGuard guard;
    private static ReplicaSetUnderFault set;

    @BeforeAll
    static void three_members() {
        Path mongod = MongodProgram.pathOrSkip();
        guard = new ProcessGuard();
        set = ReplicaSetUnderFault.start(mongod, directory, new Random(), guard);
    }

    @AfterAll
    static void end() throws Exception {
        if (set != null) {
            set.close();
            guard.end();
        }
    }

    @Test
    void what_was_written_stands_though_its_answer_was_lost() {
        try (MongoClient client =
                MongoClients.create(set.connectionString("trial", CuttingProxy.CUTTABLE) + "&retryWrites=false")) {
            MongoCollection<Document> collection = collection(client);
            collection.insertOne(new Document("_id", "before"));
            CuttingProxy proxy = set.primary().orElseThrow().proxy();

            proxy.loseAnswersToWrites(1);
            Assertions.assertThatThrownBy(() -> collection.insertOne(new Document("_id", "lost answer")))
                    .isInstanceOf(MongoException.class);

            assertThat(proxy.answersLost()).isEqualTo(1);
            assertThat(collection.find(new Document("_id", "lost answer"))).hasSize(1);
        }
    }

    @Test
    void a_refused_line_cannot_be_used_and_others_can() {
        try (MongoClient cut = MongoClients.create(
                        set.connectionString("trial", CuttingProxy.CUTTABLE) + "&serverSelectionTimeoutMS=500");
                MongoClient uncut = MongoClients.create(set.connectionString("trial", "bystander"))) {
            collection(cut).insertOne(new Document("_id", "through"));
            set.members().forEach(member -> member.proxy().refuse(true));

            Assertions.assertThatThrownBy(() -> collection(cut).insertOne(new Document("_id", "refused")))
                    .isInstanceOf(MongoException.class);
            assertThat(collection(uncut).find(new Document("_id", "through"))).hasSize(1);

            set.members().forEach(member -> member.proxy().refuse(false));
            Await.until("it is through again", () -> {
                try {
                    collection(cut).insertOne(new Document());
                    return true;
                } catch (MongoException still) {
                    return false;
                }
            });
        }
    }

    @Test
    void a_new_primary_is_elected_when_the_old_one_is_killed() {
        Member old = set.primary().orElseThrow();

        old.process().kill();

        Await.until("another is primary", () -> set.primary().isPresent());
        assertThat(set.primary().orElseThrow()).isNotSameAs(old);
        old.process().start();
        set.awaitWhole();
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("trial")
                .getCollection("things")
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(20, TimeUnit.SECONDS));
    }
}
