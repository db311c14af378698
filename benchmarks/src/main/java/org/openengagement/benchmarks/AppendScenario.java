package org.openengagement.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.MongoLedgerStore;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Unit;

/**
 * How many single-event commands a second the ledger records, beside one {@code insertOne} an event of the same bytes by
 * the same number of writers into the same database. Both wait until the write is durable.
 *
 * <p>The store is the embedded one, or the one that the environment variable {@code MONGODB_URI} names.
 */
public final class AppendScenario {

    private static final int ENTRY_BYTES = 600;
    private static final List<Integer> WRITERS = List.of(1, 8, 64);
    private static final int ROUNDS = 3;

    private final PrintStream out;
    private final Duration length;

    private AppendScenario(PrintStream out, Duration length) {
        this.out = out;
        this.length = length;
    }

    /** @param arguments optionally the seconds that each measurement lasts; 3 where not said */
    public static void main(String[] arguments) throws IOException {
        Duration length = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 3);
        AppendScenario scenario = new AppendScenario(System.out, length);
        Optional<String> uri = Optional.ofNullable(System.getenv("MONGODB_URI"));
        if (uri.isPresent()) {
            scenario.run("MONGODB_URI", uri.get());
        } else {
            Path directory = Files.createTempDirectory("append-scenario");
            EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly(MongoLedgerStore.COMMITS);
            try (EmbeddedStore store = EmbeddedStore.open(directory, options)) {
                scenario.run("embedded store", store.connectionString());
            }
        }
    }

    private void run(String where, String connectionString) {
        out.printf(
                "Appending entries of %d bytes, %s, events a second, median of %d rounds%n",
                ENTRY_BYTES, where, ROUNDS);
        out.printf("%8s %12s %12s %8s%n", "writers", "ledger", "insertOne", "ratio");
        try (MongoClient client = MongoClients.create(connectionString)) {
            measure(client, 8);
            for (int writers : WRITERS) {
                List<Pair> rounds = IntStream.range(0, ROUNDS)
                        .mapToObj(round -> measure(client, writers))
                        .toList();
                double ledger = Medians.of(rounds.stream().mapToDouble(Pair::ledger));
                double baseline = Medians.of(rounds.stream().mapToDouble(Pair::baseline));
                double ratio = Medians.of(rounds.stream().mapToDouble(Pair::ratio));
                out.printf("%8d %12.0f %12.0f %7.2fx%n", writers, ledger, baseline, ratio);
            }
        }
    }

    /** One after the other in the same minute, so that what else the machine does weighs on both. */
    private Pair measure(MongoClient client, int writers) {
        MongoDatabase database =
                client.getDatabase("append_" + UUID.randomUUID().toString().substring(0, 8));
        MongoCollection<Document> plain =
                database.getCollection("events").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        byte[] bytes = "x".repeat(ENTRY_BYTES).getBytes(StandardCharsets.UTF_8);
        double baseline = Load.of(writers, length)
                .eventsASecond(() ->
                        plain.insertOne(new Document("_id", UUID.randomUUID().toString()).append("entry", bytes)));
        EntryBytes entry = EntryBytes.of(bytes);
        double ledger;
        try (LedgerStore store = MongoLedgerStore.open(database, Clock.systemUTC(), UUID::randomUUID)) {
            ledger = Load.of(writers, length).eventsASecond(() -> {
                UUID id = UUID.randomUUID();
                PendingEntry pending = new PendingEntry("bench/" + id, 0, id, "Benchmarked", 1, recordedAt -> entry);
                store.append(new Unit(List.of(pending), Set.of(), null));
            });
        }
        return new Pair(ledger, baseline);
    }

    private record Pair(double ledger, double baseline) {
        double ratio() {
            return ledger / baseline;
        }
    }
}
