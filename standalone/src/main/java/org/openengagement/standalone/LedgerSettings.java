package org.openengagement.standalone;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one ledger stands and, while it is empty, what it is to be.
 *
 * @param dataDirectory the embedded store and the local search index
 * @param keyDirectory the keys, readable by their owner only, outside backups of data
 * @param mongodbUri the connection string of a MongoDB with its database; null: the embedded store
 * @param origin the name of the log, used on an empty ledger only
 * @param zone the zone whose days are counted, used on an empty ledger only
 * @param languages BCP 47, the first one first, used on an empty ledger only
 * @param demo whether the ledger is the demonstration, and loads its data at the first start
 */
public record LedgerSettings(
        Path dataDirectory,
        Path keyDirectory,
        @Nullable String mongodbUri,
        String origin,
        ZoneId zone,
        List<String> languages,
        boolean demo) {

    public LedgerSettings {
        languages = List.copyOf(languages);
    }

    /** The same, as the parts of the ledger read them from the environment of the application. */
    List<String> asProperties() {
        return List.of(
                "--oel.data-dir=" + dataDirectory,
                "--oel.key-dir=" + keyDirectory,
                "--oel.mongodb-uri=" + (mongodbUri == null ? "" : mongodbUri),
                "--oel.origin=" + origin,
                "--oel.zone=" + zone,
                "--oel.languages=" + String.join(",", languages),
                "--oel.demo=" + demo);
    }
}
