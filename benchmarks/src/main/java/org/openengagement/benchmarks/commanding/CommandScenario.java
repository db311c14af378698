package org.openengagement.benchmarks.commanding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openengagement.benchmarks.measuring.Competitor;
import org.openengagement.benchmarks.measuring.Load;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Rounds;
import org.openengagement.benchmarks.measuring.Scenario;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.places.ServedLedger;
import org.openengagement.benchmarks.places.UnavailableException;

/**
 * Commands a second, each answered when its events are durable. A submission begins a case with three events and two
 * erasable texts; a count of supporters loads a case, decides, and adds one event.
 */
public final class CommandScenario implements Scenario {

    private static final List<Integer> CLIENTS = List.of(1, 8, 64);

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void run(Sizes sizes, Places places, Report report) {
        List<AutoCloseable> toClose = new ArrayList<>();
        try (CommandSideAlone embedded = CommandSideAlone.on(places.embedded());
                ServedLedger served = ServedLedger.start(places.folder("served"))) {
            List<Deed> deeds = new ArrayList<>();
            deeds.add(new Deed("submission, in process, embedded store", embedded::submission));
            deeds.add(new Deed("support, in process, embedded store", embedded::support));
            try {
                CommandSideAlone replicated = CommandSideAlone.on(places.replicaSet());
                toClose.add(replicated);
                deeds.add(new Deed("submission, in process, replica set", replicated::submission));
                deeds.add(new Deed("support, in process, replica set", replicated::support));
            } catch (UnavailableException without) {
                report.note("No replica set: " + without.getMessage());
            }
            deeds.add(new Deed(
                    "submission, over HTTP, embedded store, both sides in the server",
                    () -> HttpClientOfTheLedger.submission(served.address())));
            report.table("Commands a second", "", "1 client", "8 clients", "64 clients");
            List<Rounds> all = new ArrayList<>();
            for (int clients : CLIENTS) {
                Load load = new Load(clients, sizes.length());
                all.add(Rounds.of(
                        sizes.rounds(),
                        deeds.stream().map(deed -> deed.competitor(load)).toList()));
            }
            for (Deed deed : deeds) {
                report.row(
                        deed.name(),
                        all.stream().map(rounds -> rounds.median(deed.name())).toArray());
            }
        } finally {
            toClose.forEach(CommandScenario::close);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What clients do again and again. */
    private record Deed(String name, Supplier<Runnable> ofOneClient) {

        Competitor competitor(Load load) {
            return new Competitor(name, () -> load.timesASecond(ofOneClient));
        }
    }
}
