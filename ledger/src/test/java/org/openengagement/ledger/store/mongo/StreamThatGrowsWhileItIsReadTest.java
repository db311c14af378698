package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.Unit;

/** A long answer of the database comes in parts; between two of them the ledger goes on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamThatGrowsWhileItIsReadTest {

    private static final EntryBytes ENTRY = EntryBytes.of("{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void what_is_read_has_no_hole(@TempDir Path directory) {
        AtomicReference<Runnable> betweenTwoParts = new AtomicReference<>(() -> {});
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly(MongoLedgerStore.COMMITS);
        try (EmbeddedStore embedded = EmbeddedStore.open(directory, options);
                MongoClient writing = MongoClients.create(embedded.connectionString());
                MongoClient reading = MongoClients.create(interrupted(embedded, betweenTwoParts));
                LedgerStore writer = open(writing);
                LedgerStore reader = open(reading)) {
            // In the order of their names, places 29 and 30 stand on both sides of where the first part ends.
            IntStream.of(3, 1, 1, 1, 1, 1, 1, 1, 3, 3, 2).forEach(entries -> append(writer, entries));
            IntStream.range(0, 11).forEach(each -> append(writer, 1));
            betweenTwoParts.set(() -> {
                append(writer, 1);
                append(writer, 1);
            });

            List<Long> places = reader.readStream("proposal/long", 0).stream()
                    .map(StoredEntry::sequence)
                    .toList();

            assertThat(places)
                    .hasSizeGreaterThanOrEqualTo(29)
                    .isEqualTo(LongStream.range(0, places.size()).boxed().toList());
        }
    }

    private static MongoClientSettings interrupted(EmbeddedStore embedded, AtomicReference<Runnable> betweenTwoParts) {
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("getMore")) {
                    betweenTwoParts.getAndSet(() -> {}).run();
                }
            }
        };
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(embedded.connectionString()))
                .addCommandListener(listener)
                .build();
    }

    private static LedgerStore open(MongoClient client) {
        return MongoLedgerStore.open(client.getDatabase("ledger"), Clock.systemUTC(), UUID::randomUUID);
    }

    private static void append(LedgerStore store, int entries) {
        long next = store.lastSequence("proposal/long").map(last -> last + 1).orElse(0L);
        List<PendingEntry> pending = LongStream.range(next, next + entries)
                .mapToObj(place ->
                        new PendingEntry("proposal/long", place, UUID.randomUUID(), "Tested", 1, recordedAt -> ENTRY))
                .toList();
        store.append(new Unit(pending, Set.of(), null));
    }
}
