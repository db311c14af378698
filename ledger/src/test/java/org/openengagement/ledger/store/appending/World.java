package org.openengagement.ledger.store.appending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** All that the writers of one enactment share: the script, the order of their calls, and time. */
public final class World implements MonotonicTime {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T09:00:00Z");
    private static final long NANOS_A_CALL = 1_000_000;

    final Script script;
    final Turns turns = new Turns();
    final List<String> tale = new ArrayList<>();
    private final boolean telling;
    private final List<Later> later = new ArrayList<>();
    private Runnable watch = () -> {};
    private boolean quiet;
    private long calls;
    private long nanos;

    World(Script script, boolean telling) {
        this.script = script;
        this.telling = telling;
    }

    /** One of these, as the script has it; the first once nothing goes wrong any more. */
    <T> T choose(List<T> possibilities) {
        return quiet ? possibilities.getFirst() : possibilities.get(script.choose(possibilities.size()));
    }

    /** Somebody calls: what is due by now happens before. */
    void call() {
        calls++;
        nanos += NANOS_A_CALL;
        settle(calls);
        watch.run();
    }

    /** Has somebody look at every call. */
    void watchedBy(Runnable looking) {
        watch = looking;
    }

    /** Has something happen so many calls later. */
    public void later(int callsLater, Runnable happening) {
        later.add(new Later(calls + callsLater, happening));
    }

    /** Has all happen that still has to, and lets nothing go wrong any more. */
    void calmDown() {
        quiet = true;
        settle(Long.MAX_VALUE);
    }

    /** Whether nothing goes wrong any more. */
    boolean isCalm() {
        return quiet;
    }

    /** Shows the true time. */
    InstantSource clock() {
        return () -> BEGINNING.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void waitBetween(long shortest, long longest) {
        nanos += longest;
    }

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    /** Has a line of the tale told, where somebody listens. */
    void tell(Supplier<String> what) {
        if (telling) {
            tale.add(what.get());
        }
    }

    private void settle(long untilCall) {
        for (Iterator<Later> each = later.iterator(); each.hasNext(); ) {
            Later due = each.next();
            if (due.call <= untilCall) {
                each.remove();
                due.happening.run();
            }
        }
    }

    private record Later(long call, Runnable happening) {}
}
