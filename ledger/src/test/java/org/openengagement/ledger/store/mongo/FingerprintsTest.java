package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FingerprintsTest {

    @Test
    void of_nodes_that_start_at_the_same_time_one_is_first_and_what_it_kept_stays(@TempDir Path directory)
            throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(
                        directory, EmbeddedStoreOptions.standard().withAppendOnly("fingerprints"));
                MongoClient client = MongoClients.create(store.connectionString());
                ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            Fingerprints fingerprints = new Fingerprints(client.getDatabase("ledger"));
            List<Callable<String>> starts = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(node -> () -> fingerprints.kept("actor-key", "of node " + node))
                    .toList();

            List<String> kept = nodes.invokeAll(starts).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(kept).hasSize(1);
            assertThat(fingerprints.kept("actor-key", "of a later one")).isEqualTo(kept.getFirst());
            assertThat(fingerprints.kept("vault-key", "of another key")).isEqualTo("of another key");
        }
    }
}
