package org.openengagement.benchmarks.appending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openengagement.benchmarks.cases.Case;
import org.openengagement.benchmarks.cases.Happenings;
import org.openengagement.benchmarks.measuring.Competitor;
import org.openengagement.benchmarks.measuring.Goal;
import org.openengagement.benchmarks.measuring.Load;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Rounds;
import org.openengagement.benchmarks.measuring.Scenario;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.MongoPlace;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.places.UnavailableException;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * How many single-event units a second are recorded by 1, 8 and 64 writers at once, each of whom waits until its event is
 * durable.
 */
public final class AppendScenario implements Scenario {

    private static final List<Integer> WRITERS = List.of(1, 8, 64);

    private static final String LEDGER = "ledger, ";
    private static final String INSERT = "one insert an event, ";
    private static final String LOOP = "loop of commit documents, ";
    private static final String H2 = "Axon on JDBC, H2";
    private static final String POSTGRESQL = "Axon on JDBC, PostgreSQL";
    private static final String AXON_MONGO = "Axon's Mongo extension, ";

    @Override
    public String name() {
        return "append";
    }

    @Override
    public void run(Sizes sizes, Places places, Report report) {
        Field plain = new Field(sizes, places, report, Happenings::referral);
        report.table(
                "Append: events that hold no erasable text, events a second",
                "",
                "1 writer",
                "8 writers",
                "64 writers");
        plain.race(WRITERS).forEach((name, medians) -> report.row(name, medians.toArray()));
        plain.goals(report);
        Field sealed = new Field(sizes, places, report, Happenings::answer);
        report.table("Append: events with 600 characters of erasable text, events a second", "", "64 writers");
        sealed.race(List.of(64)).forEach((name, medians) -> report.row(name, medians.toArray()));
    }

    /** All who record events of one kind. */
    private static final class Field {

        private final Sizes sizes;
        private final Supplier<LedgerEvent> events;
        private final Map<String, Peer> peers = new LinkedHashMap<>();
        private final Map<String, Supplier<Double>> loops = new LinkedHashMap<>();
        private final Map<Integer, Rounds> byWriters = new LinkedHashMap<>();

        Field(Sizes sizes, Places places, Report report, Supplier<LedgerEvent> events) {
            this.sizes = sizes;
            this.events = events;
            enter(places.embedded());
            peers.put(H2, new AxonOnJdbc(places.h2()));
            try {
                peers.put(POSTGRESQL, new AxonOnJdbc(places.postgreSql()));
            } catch (UnavailableException without) {
                report.note("No PostgreSQL: " + without.getMessage());
            }
            try {
                MongoPlace replicaSet = places.replicaSet();
                enter(replicaSet);
                peers.put(AXON_MONGO + replicaSet.name(), new AxonOnMongo(replicaSet));
            } catch (UnavailableException without) {
                report.note("No replica set: " + without.getMessage());
            }
        }

        private void enter(MongoPlace place) {
            int documents = (int) Math.max(4, sizes.length().toMillis() / 5);
            CommitDocuments commits = CommitDocuments.of(place, documents, events);
            peers.put(LEDGER + place.name(), new TheLedger(place));
            peers.put(INSERT + place.name(), new OneInsertAnEvent(place, OneInsertAnEvent.sampleOf(commits.first())));
            loops.put(LOOP + place.name(), () -> commits.eventsASecond(place, sizes.length()));
        }

        /** Each name with its medians, by number of writers. A loop has one writer, whatever the others do. */
        Map<String, List<Double>> race(List<Integer> writers) {
            Map<String, List<Double>> medians = new LinkedHashMap<>();
            for (int number : writers) {
                Rounds rounds = Rounds.of(sizes.rounds(), competitors(number));
                byWriters.put(number, rounds);
                for (String name : List.copyOf(peers.keySet())) {
                    medians.computeIfAbsent(name, key -> new ArrayList<>()).add(rounds.median(name));
                }
                for (String name : loops.keySet()) {
                    medians.computeIfAbsent(name, key -> new ArrayList<>()).add(rounds.median(name));
                }
            }
            return medians;
        }

        private List<Competitor> competitors(int writers) {
            List<Competitor> competitors = new ArrayList<>();
            peers.forEach((name, peer) -> competitors.add(new Competitor(name, () -> round(peer, writers))));
            loops.forEach((name, loop) -> competitors.add(new Competitor(name, loop::get)));
            return competitors;
        }

        private double round(Peer peer, int writers) {
            try (Peer.Round round = peer.begin()) {
                return new Load(writers, sizes.length()).timesASecond(() -> writer(round));
            }
        }

        /** Writes case after case. */
        private Runnable writer(Peer.Round round) {
            return new Runnable() {
                private Case current = new Case();

                @Override
                public void run() {
                    if (current.length() == Happenings.EVENTS_OF_A_CASE) {
                        current = new Case();
                    }
                    round.record(current.apply(events.get()));
                }
            };
        }

        void goals(Report report) {
            Rounds rounds = byWriters.get(64);
            if (rounds == null) {
                return;
            }
            for (String place : List.of("embedded store", "replica set")) {
                String ledger = LEDGER + place;
                if (peers.containsKey(POSTGRESQL) && peers.containsKey(ledger)) {
                    goal(report, rounds, ledger, POSTGRESQL, 3);
                }
            }
            String ledger = LEDGER + "replica set";
            if (peers.containsKey(ledger)) {
                goal(report, rounds, ledger, LOOP + "replica set", 0.8);
                goal(report, rounds, ledger, INSERT + "replica set", 5);
                goal(report, rounds, ledger, AXON_MONGO + "replica set", 3);
            }
        }

        private static void goal(Report report, Rounds rounds, String ledger, String baseline, double wanted) {
            report.goal(Goal.atLeast(
                    "64 writers, %s: beside %s".formatted(ledger, baseline),
                    wanted,
                    " x",
                    rounds.ratio(ledger, baseline)));
        }
    }
}
