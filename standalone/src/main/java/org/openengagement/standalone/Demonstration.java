package org.openengagement.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.openengagement.command.importing.running.DemoImport;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/**
 * What the demonstration shows: petitions and written questions to the UK's Parliament, as facts. Imported like any other
 * file, so a load that was cut short goes on at the next start, and one that is whole adds nothing.
 */
final class Demonstration {

    private final DemoImport data;

    /** @throws RefusedException where the ledger is another: the demonstration is never among somebody's records */
    Demonstration(LedgerOpened ledger, String origin, DemoImport data) {
        if (!ledger.origin().equals(origin)) {
            throw new RefusedException(
                    "--demo: the data directory holds the ledger %s, not the demonstration %s. Start without --demo, or name another --data-dir."
                            .formatted(ledger.origin(), origin));
        }
        this.data = data;
    }

    /**
     * Brings it in.
     *
     * @param progress told how far it is, a line at a time; what it throws stops it
     */
    void load(Consumer<String> progress) {
        ImportProgress petitions = new ImportProgress("The demonstration's petitions", progress);
        ImportProgress questions = new ImportProgress("The demonstration's questions", progress);
        try {
            data.load((file, report) -> (file.startsWith("petitions") ? petitions : questions).accept(report));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The demonstration's data cannot be read", unreadable);
        }
    }
}
