package org.openengagement.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;

/** The embedded store for the tests, set up as the ledger runs on it: one for this run, gone with it. */
public final class EmbeddedDatabase {

    private static final EmbeddedStore THE_ONE = open();

    private EmbeddedDatabase() {}

    public static String connectionString() {
        return THE_ONE.connectionString();
    }

    private static EmbeddedStore open() {
        try {
            Path directory = Files.createTempDirectory("oel-embedded");
            EmbeddedStore store = EmbeddedStore.open(
                    directory,
                    EmbeddedStoreOptions.standard()
                            .withAppendOnly("commits", "checkpoints")
                            .withErasable("disclosures", "vault"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                store.close();
                delete(directory);
            }));
            return store;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
