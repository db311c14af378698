package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.CommitsInMemory;
import org.openengagement.ledger.store.appending.Enactment;
import org.openengagement.ledger.store.appending.EveryStepTest;
import org.openengagement.ledger.store.appending.History;
import org.openengagement.ledger.store.appending.Script;
import org.openengagement.ledger.store.appending.Stage;
import org.openengagement.ledger.store.appending.TroubledCommits;

/** That a store answers as {@link CommitsInMemory} does, on which {@link EveryStepTest} stands. */
abstract class ModelContract extends LedgerStoreContract {

    private static final boolean WHOLE = Boolean.getBoolean("oel.whole");

    private int collections;
    private @Nullable CommitsInMemory lastModel;
    private @Nullable MongoCollection<Document> collection;

    @Test
    void whatever_is_inserted_it_takes_and_finds_what_its_model_takes_and_finds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        CommitsBesideTheirModel both = beside(new CommitsInMemory(InstantSource.system()));

        for (int number = 0; number < 100; number++) {
            Instant recordedAt = Instant.EPOCH.plusMillis(number).truncatedTo(MILLIS);
            List<String> claims = IntStream.range(0, random.nextInt(4))
                    .mapToObj(any -> "claim#" + random.nextInt(60))
                    .toList();
            var unused = both.insert(new Commit(
                    random.nextInt(80), UUID.randomUUID(), recordedAt, claims, List.of(), List.of(), List.of()));
            assertThat(both.head()).as("with seed %d", seed).isNotNull();
            var unusedBatch = both.batchAt(random.nextInt(80));
            var unusedHolders = both.holding(List.of("claim#" + random.nextInt(60), "claim#" + random.nextInt(60)));
        }
    }

    @Test
    void whatever_goes_wrong_once_it_ends_with_what_its_model_ends_with() {
        AppendLimits patient = AppendLimits.STANDARD.withPatience(Duration.ofMillis(100));
        Stage stage = (line, model) -> TroubledCommits.ofOneNode(line, model, beside(model));

        for (History history : WHOLE ? History.SHORT : List.of(History.SHORT.get(3), History.SHORT.get(6))) {
            assertThat(Script.every(1, script -> Enactment.play(history, script, patient, stage)))
                    .isGreaterThan(20);
        }
    }

    /** A collection of its own for each model, however many writers share it. */
    private CommitsBesideTheirModel beside(CommitsInMemory model) {
        Database asked = new Database(database);
        MongoCollection<Document> beside = collection;
        if (beside == null || model != lastModel) {
            beside = asked.collection("commits-" + collections++);
            var unused = beside.createIndex(
                    ascending(CommitDocument.CLAIMS),
                    new IndexOptions().unique(true).name(CommitDocument.CLAIMS));
            collection = beside;
            lastModel = model;
        }
        return new CommitsBesideTheirModel(
                model,
                new MongoCommits(asked, beside),
                new ClaimReader(new CommitReader(beside, CausalReads.ofOneServer())::holding));
    }
}
