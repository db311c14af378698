package org.openengagement.standalone.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openengagement.standalone.LedgerSettings;
import org.openengagement.standalone.RefusedException;
import picocli.CommandLine.Option;

/**
 * The options of every subcommand that opens a ledger on this machine. Each is also taken from the environment, by the name that
 * the split deployment has for it.
 */
final class LedgerOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:OEL_DATA_DIR:-./oel-data}",
            description = "The embedded store and the search index. Default: ${DEFAULT-VALUE}. With the environment"
                    + " variable MONGODB_URI the ledger stands there, and only the index here.")
    private Path dataDirectory = Path.of("oel-data");

    @Option(
            names = "--key-dir",
            paramLabel = "DIR",
            defaultValue = "${env:OEL_KEY_DIR}",
            description = "The keys. Default: the data directory's name + -keys.")
    private @Nullable Path keyDirectory;

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            defaultValue = "${env:OEL_ORIGIN}",
            description = "The name of a new ledger's log, such as ledger.example.org/log. Default: localhost/ledger,"
                    + " with --demo localhost/demo-ledger.")
    private @Nullable String origin;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "${env:OEL_ZONE}",
            description = "The time zone whose days a new ledger counts. Default: UTC, with --demo Europe/London.")
    private @Nullable String zone;

    @Option(
            names = "--languages",
            paramLabel = "LANGUAGE",
            defaultValue = "${env:OEL_LANGUAGES}",
            split = ",",
            description = "The languages of a new ledger, the first one first, such as mk,sq,en. Default: en.")
    private @Nullable List<String> languages;

    LedgerSettings settings(boolean demo) {
        return new LedgerSettings(
                dataDirectory,
                keyDirectory == null ? keysBeside(dataDirectory) : keyDirectory,
                mongodbUri(),
                origin == null ? (demo ? "localhost/demo-ledger" : "localhost/ledger") : origin,
                zone(demo),
                languages(),
                demo);
    }

    private static Path keysBeside(Path directory) {
        Path whole = directory.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null) {
            throw new RefusedException("--data-dir " + directory + ": the root of a file system cannot hold a ledger.");
        }
        return directory.resolveSibling(name + "-keys");
    }

    private static @Nullable String mongodbUri() {
        String uri = System.getenv("MONGODB_URI");
        return uri == null || uri.isBlank() ? null : uri.strip();
    }

    private ZoneId zone(boolean demo) {
        String name = zone == null ? (demo ? "Europe/London" : "UTC") : zone;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new RefusedException(
                    "--zone " + name + ": no such time zone; give an IANA name such as Europe/Skopje.", unknown);
        }
    }

    private List<String> languages() {
        List<String> named = languages == null
                ? List.of("en")
                : languages.stream().map(String::strip).toList();
        for (String language : named) {
            if (language.isEmpty()
                    || !new Locale.Builder()
                            .setLanguageTag(wellFormed(language))
                            .build()
                            .toLanguageTag()
                            .equalsIgnoreCase(language)) {
                throw noLanguage(language);
            }
        }
        return named;
    }

    private static String wellFormed(String language) {
        if (!language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw noLanguage(language);
        }
        return language;
    }

    private static RefusedException noLanguage(String language) {
        return new RefusedException("--languages: '" + language + "' is no language tag; give tags such as mk,sq,en.");
    }
}
