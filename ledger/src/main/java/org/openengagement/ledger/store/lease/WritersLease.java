package org.openengagement.ledger.store.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Writership;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write as a lease, so that of many processes one writes and the others stand by.
 *
 * <p>The holder beats. A standby that saw the same beat for the whole patience, by its own clock, takes the lease, if the beat
 * is still the same then. The holder measures by its own clock too, from before it sent the last beat that was confirmed, and
 * stops writing sooner than any standby can have waited. No two clocks are compared, only their speed is trusted.
 */
public final class WritersLease implements WritingRight {

    private static final Logger LOG = LoggerFactory.getLogger(WritersLease.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Leases leases;
    private final LeaseTerms terms;
    private final UUID self;
    private final MonotonicTime time;
    private final InstantSource clock;
    private final LedgerObserver observer;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-lease").daemon().factory());
    private volatile State state;

    /** Whether the last turn got no answer. */
    private boolean unanswered;

    private boolean closed;
    private long tenures;

    /**
     * @param self this process's time of life, no other's
     * @param time this process's own
     * @param clock tells people since when
     */
    public WritersLease(
            Leases leases,
            LeaseTerms terms,
            UUID self,
            MonotonicTime time,
            InstantSource clock,
            LedgerObserver observer) {
        this.leases = leases;
        this.terms = terms;
        this.self = self;
        this.time = time;
        this.clock = clock;
        this.observer = observer;
        this.state = new StandingBy(null, time.nanos(), false, clock.instant());
    }

    /** Tries for the lease once before it returns, and then goes on by itself. */
    public void start() {
        turn();
        long every = terms.beatEvery().toNanos();
        var unused = beats.scheduleWithFixedDelay(this::nextTurn, every, every, TimeUnit.NANOSECONDS);
    }

    @Override
    public long tenure() {
        State now = state;
        if (now instanceof Holding holding && isConfirmed(holding)) {
            return holding.tenure();
        }
        throw new NotTheWriterException(otherHolder(now), earliest(now));
    }

    @Override
    public Writership writership() {
        return switch (state) {
            case Holding holding ->
                isConfirmed(holding)
                        ? Writership.writer(terms.name(), holding.since())
                        : Writership.standby(holding.since(), null, false);
            case StandingBy standby -> Writership.standby(standby.since(), otherHolder(standby), standby.beating());
        };
    }

    /** Whatever goes wrong in one turn, there is another: else this node would silently stand by for ever. */
    private void nextTurn() {
        try {
            turn();
        } catch (RuntimeException unexpected) {
            LOG.error("{} could not look after the writer's lease; it tries again.", terms.name(), unexpected);
        }
    }

    /** Beats, or looks whether the lease can be had. */
    public synchronized void turn() {
        if (closed) {
            return;
        }
        try {
            stepDownUnlessConfirmed();
            if (state instanceof Holding holding) {
                beat(holding);
            } else {
                contend();
            }
            unanswered = false;
        } catch (LedgerUnavailableException away) {
            // The next turn comes soon; meanwhile the holder's time runs out by itself.
            tellOnce(away);
            stepDownUnlessConfirmed();
        }
    }

    private void tellOnce(LedgerUnavailableException away) {
        if (!unanswered) {
            LOG.warn("{} cannot ask for the writer's lease, and tries on: {}", terms.name(), away.getMessage());
        }
        unanswered = true;
    }

    /** Somebody else writes. Whoever holds the lease is found out at once; where it is still this process, it goes on. */
    @Override
    public synchronized void collided() {
        if (state instanceof Holding) {
            stepDown("another process writes");
            turn();
        }
    }

    @Override
    public void close() {
        beats.shutdown();
        synchronized (this) {
            boolean held = state instanceof Holding;
            closed = true;
            state = new StandingBy(null, time.nanos(), false, clock.instant());
            try {
                // Also where it is not known to be held: the answer to the last try may have been lost.
                leases.release(self);
                if (held) {
                    LOG.info("{} has handed over the writer's lease.", terms.name());
                }
            } catch (LedgerUnavailableException unanswered) {
                LOG.info("{} could not hand over the writer's lease; it runs out by itself.", terms.name());
            }
        }
    }

    private void beat(Holding holding) {
        long sentAt = time.nanos();
        if (leases.beat(self)) {
            state = new Holding(holding.tenure(), sentAt, holding.since());
        } else {
            stepDown("another process took it");
            contend();
        }
    }

    private void contend() {
        @Nullable Lease seen = leases.look().orElse(null);
        long now = time.nanos();
        StandingBy standby = observe(seen, now);
        state = standby;
        if (seen == null) {
            take(null, now, "which nobody ever held");
        } else if (seen.released()) {
            take(seen, now, "which %s handed over".formatted(seen.name()));
        } else if (seen.holder().equals(self)) {
            // An answer was lost, or came too late.
            if (leases.beat(self)) {
                gain(now, "which it still holds");
            }
        } else if (now - standby.seenSince() >= terms.patience().toNanos()) {
            take(seen, now, "which %s did not keep".formatted(seen.name()));
        }
    }

    /** Remembers since when it sees this beat. */
    private StandingBy observe(@Nullable Lease seen, long now) {
        StandingBy before = (StandingBy) state;
        if (Objects.equals(seen, before.seen())) {
            return new StandingBy(seen, before.seenSince(), before.beating(), before.since());
        }
        @Nullable Lease last = before.seen();
        boolean beating = seen != null && last != null && seen.holder().equals(last.holder());
        return new StandingBy(seen, now, beating, before.since());
    }

    private void take(@Nullable Lease seen, long sentAt, String how) {
        long beat = seen == null ? 0 : seen.beat() + 1;
        if (leases.take(seen, new Lease(self, terms.name(), beat, false))) {
            gain(sentAt, how);
        }
    }

    private void gain(long confirmedAt, String how) {
        tenures++;
        state = new Holding(tenures, confirmedAt, clock.instant());
        observer.leaseTaken();
        LOG.info("{} writes to the ledger from now on: it has the writer's lease, {}.", terms.name(), how);
    }

    private void stepDownUnlessConfirmed() {
        if (state instanceof Holding holding && !isConfirmed(holding)) {
            stepDown("no beat was confirmed for %d s"
                    .formatted(terms.steppingDown().toSeconds()));
        }
    }

    private void stepDown(String why) {
        state = new StandingBy(null, time.nanos(), false, clock.instant());
        observer.leaseLost();
        LOG.warn("{} writes to the ledger no longer: it lost the writer's lease, since {}.", terms.name(), why);
    }

    private boolean isConfirmed(Holding holding) {
        return time.nanos() - holding.confirmedAt() < terms.steppingDown().toNanos();
    }

    private @Nullable String otherHolder(State now) {
        return now instanceof StandingBy standby
                        && standby.seen() != null
                        && !standby.seen().released()
                        && !standby.seen().holder().equals(self)
                ? standby.seen().name()
                : null;
    }

    /** When this process may be the writer at the earliest. */
    private Duration earliest(State now) {
        if (otherHolder(now) != null && now instanceof StandingBy standby) {
            Duration seenFor = Duration.ofNanos(time.nanos() - standby.seenSince());
            Duration left = terms.patience().minus(seenFor);
            return left.compareTo(SHORTEST_WAIT) > 0 ? left : SHORTEST_WAIT;
        }
        return SHORTEST_WAIT;
    }

    private sealed interface State {}

    /**
     * It has the lease, until it cannot confirm that any more.
     *
     * @param confirmedAt by its own clock, before the last beat that was confirmed was sent
     */
    private record Holding(long tenure, long confirmedAt, Instant since) implements State {}

    /**
     * Another has it, or nobody.
     *
     * @param seen what stood there at the last look; {@code null}: nothing, or it has not looked
     * @param seenSince by its own clock, when it saw that first
     * @param beating whether the holder beat while it looked
     */
    private record StandingBy(@Nullable Lease seen, long seenSince, boolean beating, Instant since) implements State {}
}
