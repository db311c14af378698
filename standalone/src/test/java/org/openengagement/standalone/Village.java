package org.openengagement.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.Importer;

/** The records of a village that we made up: two institutions, a complaint that was answered in time, an idea too late. */
final class Village {

    private Village() {}

    static Path file() {
        try {
            URL resource = Objects.requireNonNull(Village.class.getResource("/import/village.jsonl"));
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ImportReport bringIn(RunningLedger ledger) {
        try {
            ImportReport report = ledger.part(Importer.class)
                    .run(ImportFile.at(file(), "oel-events/v1"), ImportOptions.PLAIN, progress -> {});
            if (report.refused() > 0) {
                throw new AssertionError(report.newlyRefused());
            }
            return report;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String referenceOfTheLamp(ServedLedger ledger) {
        return ledger.ask("""
                        { proposals(filter: {search: "lamp school"}, first: 5) { edges { node { reference } } } }""").at("/proposals/edges/0/node/reference").asString();
    }
}
