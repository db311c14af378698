package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.Topology;

/** Lets the planned faults happen, and waits after each until the deployment is whole and answers again. */
final class FaultStorm {

    private final FaultPlan plan;
    private final FaultHand hand;
    private final ReplicaSetUnderFault set;
    private final Topology nodes;
    private final AnswerBook book;
    private final Consumer<String> timeline;
    private final long began = System.nanoTime();
    private final List<Strike> strikes = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** @param timeline is told everything, a line at a time */
    FaultStorm(
            FaultPlan plan,
            FaultHand hand,
            ReplicaSetUnderFault set,
            Topology nodes,
            AnswerBook book,
            Consumer<String> timeline) {
        this.plan = plan;
        this.hand = hand;
        this.set = set;
        this.nodes = nodes;
        this.book = book;
        this.timeline = timeline;
    }

    /** Rages for so long, or until every kind of fault has struck as well. */
    void rage(Duration length, boolean everyKind) {
        while (System.nanoTime() - began < length.toNanos() || (everyKind && !everyKindStruck())) {
            PlannedFault planned = plan.next();
            pass(planned.calmBefore());
            awaitWhole(planned.kind().realm());
            happen(planned);
            int answers = book.size();
            Await.until("commands are answered again", () -> book.size() > answers);
        }
    }

    /** The faults that were. */
    List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    private boolean everyKindStruck() {
        return strikes.stream().map(Strike::kind).distinct().count() == FaultKind.values().length;
    }

    /** What a fault is to strike must have recovered from the one before: else it would be another fault. */
    private void awaitWhole(FaultKind.Realm realm) {
        switch (realm) {
            case STORE -> set.awaitWhole();
            case WRITER, READERS -> nodes.awaitUp();
            case LINES -> {}
        }
    }

    /** Without waiting: while another fault is on, it might never be. */
    private boolean isWhole(FaultKind.Realm realm) {
        return switch (realm) {
            case STORE -> set.isWhole();
            case WRITER, READERS -> nodes.areUp();
            case LINES -> true;
        };
    }

    private void happen(PlannedFault planned) {
        Optional<FaultKind> companion = planned.companion();
        if (companion.isEmpty()) {
            during(planned.kind(), () -> pass(planned.lasts()));
        } else {
            Duration third = planned.lasts().dividedBy(3);
            boolean mayCome = isWhole(companion.get().realm());
            during(planned.kind(), () -> {
                pass(third);
                if (mayCome) {
                    during(companion.get(), () -> pass(third));
                }
                pass(third);
            });
        }
    }

    private void during(FaultKind kind, Runnable meanwhile) {
        long from = System.nanoTime();
        FaultHand.On on = hand.strike(kind);
        tell(from, kind.sentence() + ": " + on.detail());
        try {
            meanwhile.run();
        } finally {
            on.heal().run();
        }
        long to = System.nanoTime();
        strikes.add(new Strike(kind, on.detail(), from, to));
        tell(to, "  over: " + kind.sentence());
    }

    private void tell(long at, String what) {
        timeline.accept("%7.1f s  %s".formatted((at - began) / 1e9, what));
    }

    private void pass(Duration time) {
        try {
            boolean impossible = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (impossible) {
                throw new IllegalStateException("Nobody counts down.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
