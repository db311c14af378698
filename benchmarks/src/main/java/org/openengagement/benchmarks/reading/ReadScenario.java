package org.openengagement.benchmarks.reading;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openengagement.benchmarks.cases.Happenings;
import org.openengagement.benchmarks.cases.MadeLedger;
import org.openengagement.benchmarks.measuring.Competitor;
import org.openengagement.benchmarks.measuring.Goal;
import org.openengagement.benchmarks.measuring.Load;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Rounds;
import org.openengagement.benchmarks.measuring.Scenario;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.benchmarks.places.MongoPlace;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.places.UnavailableException;

/** Ranges of 100 events, loads of a case of 20, and replays of everything, each beside the bare driver's answer. */
public final class ReadScenario implements Scenario {

    private static final int RANGE = 100;
    private static final String REPLAY = "replay, as an automation follows";
    private static final String REPLAY_OPENED = "replay, as a read model follows: texts opened";
    private static final String CURSOR = "a cursor over the same commits";
    private static final String RANGE_READ = "range of 100 events";
    private static final String RANGE_RAW = "the same range by the driver";
    private static final String LOAD = "load of a case of 20 events";
    private static final String LOAD_RAW = "the same commits by the driver";

    @Override
    public String name() {
        return "read";
    }

    @Override
    public void run(Sizes sizes, Places places, Report report) {
        read(places.embedded(), sizes, report);
        try {
            read(places.replicaSet(), sizes, report);
        } catch (UnavailableException without) {
            report.note("No replica set: " + without.getMessage());
        }
    }

    /** On one store. */
    public static void read(MongoPlace place, Sizes sizes, Report report) {
        MongoDatabase database = place.fresh();
        MadeLedger.fill(database, sizes.replayed());
        try (LedgerNode node = LedgerNode.in(database)) {
            queries(place, sizes, report, node, new BareDriver(database));
            replays(place, sizes, report, node, new BareDriver(database));
        } finally {
            place.forget(database);
        }
    }

    private static void queries(MongoPlace place, Sizes sizes, Report report, LedgerNode node, BareDriver driver) {
        long size = node.store().size();
        List<String> cases = new ArrayList<>();
        node.store().read(0, (int) Math.min(size, 10_000)).forEach(entry -> {
            if (entry.sequence() == 0) {
                cases.add(entry.stream());
            }
        });
        Load one = new Load(1, sizes.length());
        Rounds rounds = Rounds.of(
                sizes.rounds(),
                List.of(
                        asking(RANGE_READ, one, () -> node.store().read(anywhere(size - RANGE), RANGE)),
                        asking(RANGE_RAW, one, () -> driver.range(anywhere(size - RANGE), RANGE)),
                        asking(LOAD, one, () -> node.eventStore().readEvents(anyOf(cases))),
                        asking(LOAD_RAW, one, () -> driver.holding(anyOf(cases), Happenings.EVENTS_OF_A_CASE))));
        report.table(
                "Queries one after the other, %s, %,d events".formatted(place.name(), size),
                "",
                "ms each",
                "events a second",
                "beside the driver");
        double range = rounds.median(RANGE_READ);
        report.row(RANGE_READ, 1000 / range, range * RANGE, new Report.Ratio(rounds.ratio(RANGE_READ, RANGE_RAW)));
        report.row(RANGE_RAW, 1000 / rounds.median(RANGE_RAW), rounds.median(RANGE_RAW) * RANGE, "");
        double load = rounds.median(LOAD);
        report.row(
                LOAD, 1000 / load, load * Happenings.EVENTS_OF_A_CASE, new Report.Ratio(rounds.ratio(LOAD, LOAD_RAW)));
        report.row(LOAD_RAW, 1000 / rounds.median(LOAD_RAW), rounds.median(LOAD_RAW) * Happenings.EVENTS_OF_A_CASE, "");
        if (place.name().startsWith("embedded")) {
            report.goal(Goal.atMost("embedded store, warm: a range of 100 events", 2, " ms", 1000 / range));
            report.goal(Goal.atLeast("embedded store, warm: range reads", 20_000, " events/s", range * RANGE));
        }
    }

    private static void replays(MongoPlace place, Sizes sizes, Report report, LedgerNode node, BareDriver driver) {
        long size = node.store().size();
        Rounds rounds = Rounds.of(
                sizes.rounds(),
                List.of(
                        new Competitor(REPLAY, () -> Replay.eventsASecond(node.withheldEvents(), size)),
                        new Competitor(REPLAY_OPENED, () -> Replay.eventsASecond(node.openedEvents(), size)),
                        new Competitor(CURSOR, () -> driver.eventsASecond(size))));
        report.table(
                "Replay of %,d events, %s".formatted(size, place.name()), "", "events a second", "beside the cursor");
        for (String name : List.of(REPLAY, REPLAY_OPENED, CURSOR)) {
            report.row(name, rounds.median(name), new Report.Ratio(rounds.ratio(name, CURSOR)));
        }
        report.goal(
                Goal.atLeast("%s: %s".formatted(place.name(), REPLAY), 100_000, " events/s", rounds.median(REPLAY)));
        report.goal(Goal.atLeast(
                "%s: %s, beside the cursor".formatted(place.name(), REPLAY), 0.5, " x", rounds.ratio(REPLAY, CURSOR)));
    }

    private static Competitor asking(String name, Load load, Runnable query) {
        return new Competitor(name, () -> load.timesASecond(() -> query));
    }

    private static long anywhere(long below) {
        return ThreadLocalRandom.current().nextLong(below);
    }

    private static String anyOf(List<String> cases) {
        return cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
    }
}
