package org.openengagement.benchmarks.starting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.openengagement.benchmarks.cases.MadeLedger;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Scenario;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.places.ServedLedger;
import org.openengagement.embedded.EmbeddedStore;

/** How long it takes from a start to the first answer, with a long ledger in the embedded store. Each is done once. */
public final class StartScenario implements Scenario {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Sizes sizes, Places places, Report report) {
        Path folder = places.folder("started");
        double empty = seconds(() -> ServedLedger.start(folder).close());
        double filling = seconds(() -> open(folder, database -> MadeLedger.fillQuickly(database, sizes.started())));
        long[] size = new long[1];
        double opening = seconds(() -> open(folder, database -> {
            try (LedgerNode node = LedgerNode.in(database)) {
                size[0] = node.store().size();
            }
        }));
        report.table("Start with %,d events in the embedded store".formatted(size[0]), "", "seconds");
        report.row("the store alone, until it has told the size of the ledger", opening);
        report.row("`serve`, a new ledger, until it was healthy and had stopped", empty);
        serve(folder, size[0], "with no read models yet", report);
        serve(folder, size[0], "with its read models", report);
        report.note("Writing these events took %.0f s, 600 events a commit.".formatted(filling));
    }

    private static void serve(Path folder, long size, String how, Report report) {
        long started = System.nanoTime();
        try (ServedLedger served = ServedLedger.start(folder)) {
            report.row("`serve`, %s, until it was healthy".formatted(how), secondsSince(started));
            boolean reached = served.awaitReached(size - 1);
            report.row(
                    "`serve`, %s, until its answers reflected all".formatted(how),
                    reached ? (Object) secondsSince(started) : "not within ten minutes");
        }
    }

    private static void open(Path folder, Consumer<MongoDatabase> work) {
        try (EmbeddedStore store = EmbeddedStore.open(ServedLedger.dataDirectory(folder), Places.embeddedOptions());
                MongoClient client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase("ledger"));
        }
    }

    private static double seconds(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return secondsSince(started);
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
