package org.openengagement.ledger.store.appending;

import static org.openengagement.ledger.store.Units.oneEntry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.DisclosuresInMemory;
import org.openengagement.ledger.disclosure.TroubledDisclosures;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.lease.AlwaysTheWriter;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.lease.WritersLease;
import org.openengagement.ledger.store.lease.WritingRight;

/** A history, played through by a script to its end, and then judged. */
public final class Enactment {

    private static final int TRIES = 3;

    private final World world;
    private final AppendLimits limits;
    private final Stage stage;
    private final CommitsInMemory replicaSet;
    private final DisclosuresInMemory texts = new DisclosuresInMemory();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Wish> lastWishes = new ArrayList<>();
    private final List<Runnable> actors = new ArrayList<>();
    private @Nullable String twoWriters;

    private Enactment(History history, Script script, AppendLimits limits, Stage stage, boolean telling) {
        this.world = new World(script, telling);
        this.limits = limits;
        this.stage = stage;
        InstantSource databaseClock = stage.databaseClock(world);
        this.replicaSet = new CommitsInMemory(databaseClock);
        AtomicLong ids = new AtomicLong();
        LeaseInMemory lease = new LeaseInMemory();
        for (int number = 0; number < history.writers().size(); number++) {
            String name = Character.toString('A' + number);
            Line line = new Line(name, world);
            Supplier<UUID> newId = () -> new UUID(0, ids.incrementAndGet());
            InstantSource clock = stage.clock(world);
            Supplier<WritingRight> rights = stage.hasALease()
                    ? () -> new WritersLease(
                            new TroubledLease(line, lease),
                            LeaseTerms.amongOthers(name),
                            newId.get(),
                            world,
                            clock,
                            LedgerObserver.NOBODY)
                    : () -> new AlwaysTheWriter(name, Instant.EPOCH);
            TroubledDisclosures keeping =
                    stage.hasTexts() ? new TroubledDisclosures(line, texts, limits.patience()) : null;
            Writer writer = new Writer(line, stage.commits(line, replicaSet), keeping, rights, clock, newId, limits);
            writers.add(writer);
            List<List<Wish>> all = history.writers().get(number).stream()
                    .map(together -> together.stream().map(Wish::new).toList())
                    .toList();
            all.forEach(wishes::addAll);
            actors.add(() -> act(writer, all));
        }
    }

    /**
     * Plays it, and judges what became of it.
     *
     * @throws AssertionError if anything is not as it is promised; tells all that happened
     */
    public static void play(History history, Script script, AppendLimits limits, Stage stage) {
        Enactment enactment = new Enactment(history, script, limits, stage, false);
        try {
            enactment.play();
        } catch (AssertionError | RuntimeException wrong) {
            Enactment retold = new Enactment(history, script.again(), limits, stage, true);
            try {
                retold.play();
            } catch (AssertionError | RuntimeException again) {
                // It is told below.
            }
            throw new AssertionError(
                    "\"%s\" by the script %s, with a patience of %s:%n%s%n%s"
                            .formatted(
                                    history.name(),
                                    script,
                                    limits.patience(),
                                    String.join(System.lineSeparator(), retold.world.tale),
                                    wrong.getMessage()),
                    wrong);
        }
    }

    private void act(Writer writer, List<List<Wish>> wishesInOrder) {
        for (List<Wish> together : wishesInOrder) {
            writer.carryOut(together);
            if (stage.hasALease()) {
                writer.rest();
            }
        }
        if (stage.hasALease()) {
            writer.handOver();
        }
    }

    private void play() {
        world.watchedBy(this::lookForTwoWriters);
        world.turns.take(actors);
        world.calmDown();
        world.tell(() -> "From here on nothing goes wrong.");
        for (Wish wish : wishes) {
            if (!wish.isSettled()) {
                writers.getFirst().carryOut(List.of(wish));
            }
        }
        for (int number = 0; number < writers.size(); number++) {
            goOn(writers.get(number), "last/" + number);
        }
        if (stage.hasALease()) {
            for (int number = 0; number < writers.size(); number++) {
                follow(writers.get(number), writers.get((number + 1) % writers.size()));
            }
        }
        if (twoWriters != null) {
            throw new AssertionError(twoWriters);
        }
        Verdict.of(replicaSet, wishes).pass();
        if (stage.hasTexts()) {
            Verdict.of(replicaSet, wishes).hasEveryText(texts);
        }
        if (!stage.mayEndInTheFuture()) {
            Verdict.of(replicaSet, lastWishes).passEach();
            Verdict.of(replicaSet, wishes)
                    .isOfNoLaterThan(world.clock().instant().plus(limits.clockTolerance()));
        }
    }

    /** One that hands over is followed at once; one that dies, when it cannot be writing any more, and then at last. */
    private void follow(Writer holder, Writer standby) {
        Duration patience = LeaseTerms.amongOthers("").patience();
        holder.waitForTheLease();
        standby.lookAfterTheLease();
        isTheWriter(holder, standby, "It holds the lease and another stands by");
        holder.handOver();
        standby.lookAfterTheLease();
        isTheWriter(standby, holder, "It is handed the lease");
        standby.startAnew();
        holder.lookAfterTheLease();
        world.pass(patience.minusMillis(100));
        holder.lookAfterTheLease();
        isTheWriter(null, holder, "The holder died a moment ago");
        world.pass(Duration.ofMillis(100));
        holder.lookAfterTheLease();
        isTheWriter(holder, standby, "The holder died some time ago");
    }

    private static void isTheWriter(@Nullable Writer writer, Writer other, String when) {
        if ((writer != null && !writer.mayWrite()) || other.mayWrite()) {
            throw new AssertionError(when + ": the wrong one may write.");
        }
    }

    private void lookForTwoWriters() {
        if (stage.hasALease()
                && twoWriters == null
                && writers.stream().filter(Writer::mayWrite).count() > 1) {
            twoWriters = "Two believe that they are the writer.";
            world.tell(() -> twoWriters);
        }
    }

    /** Whatever went wrong before: now a unit that nobody else stands in the way of is recorded. */
    private void goOn(Writer writer, String stream) {
        Wish last = new Wish(() -> oneEntry(stream, 0));
        lastWishes.add(last);
        for (int time = 0; time < TRIES && last.attempts.stream().allMatch(tried -> tried.recorded() == null); time++) {
            writer.carryOut(List.of(last));
        }
    }
}
