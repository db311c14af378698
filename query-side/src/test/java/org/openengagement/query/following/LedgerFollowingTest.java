package org.openengagement.query.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.CuttableLedger;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.MemorySource;
import org.springframework.boot.health.contributor.Status;

/** A node that follows a ledger through its troubles, with a read model that can stand still or lose what it had. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class LedgerFollowingTest {

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final CuttableLedger line = new CuttableLedger(ledger);
    private final MemorySource source = new MemorySource(ledger, line);
    private final ReachedPosition reached = new ReachedPosition(Duration.ofSeconds(1), ledger::size, System::nanoTime);
    private final AtomicLong nanoTime = new AtomicLong();
    private final LedgerMonitor monitor = new LedgerMonitor(line, reached, Clock.systemUTC(), nanoTime::get);
    private final Counting model = new Counting();
    private final LedgerFollowing following = new LedgerFollowing(List.of(model), source, line, reached, monitor);
    private final FollowingHealth health = new FollowingHealth(following, monitor);

    @AfterEach
    void the_node_ends() {
        line.speaks();
        line.isCut(false);
        model.goesOn.countDown();
        following.stop();
    }

    @Test
    void a_node_far_behind_is_out_of_service_until_it_has_caught_up_and_reads_no_more_than_it_can_hold()
            throws InterruptedException {
        recordCases(6_000);
        model.standsStill();
        following.start();

        until(() -> monitor.freshness().behind() > 5_000);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        until(() -> source.handedOut() > 1_000);
        model.awaitAWait();
        assertThat(source.handedOut()).isLessThan(3_000);

        model.goesOn.countDown();
        until(following::hasCaughtUp);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        until(() -> reached.position() == ledger.size() - 1);
        assertThat(model.taken).isEqualTo(ledger.size());
        recordCases(1);
        until(() -> monitor.freshness().behind() == 0 && reached.position() == ledger.size() - 1);
        assertThat(monitor.freshness().asOf()).isNotNull();
    }

    @Test
    void a_ledger_that_is_away_for_a_while_is_said_to_be_and_followed_again() {
        following.start();
        until(following::hasCaughtUp);
        line.isCut(true);
        until(monitor::isAway);
        assertThat(monitor.freshness().reachable()).isFalse();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("reachable", false);
        recordCases(700);

        line.isCut(false);
        until(() -> reached.position() == ledger.size() - 1);
        until(() -> !monitor.isAway() && monitor.freshness().behind() == 0);
        assertThat(model.taken).isEqualTo(ledger.size());
    }

    @Test
    void a_ledger_that_is_cut_off_in_the_middle_of_a_batch_costs_no_event() {
        recordCases(400);
        model.cutsAt = 200;
        following.start();
        until(monitor::isAway);
        assertThat(reached.position()).isLessThan(200);
        line.isCut(false);
        until(() -> reached.position() == ledger.size() - 1);
        assertThat(model.taken).isEqualTo(ledger.size());
    }

    @Test
    void a_ledger_that_lets_everybody_wait_is_away_and_requests_are_told_so_at_once() {
        try (FailFastLedger prompt = new FailFastLedger(line, monitor)) {
            monitor.ask();
            assertThat(prompt.size()).isEqualTo(ledger.size());
            line.isSilent();
            Thread asking = Thread.ofPlatform().start(monitor::ask);
            until(() -> asking.getState() == Thread.State.WAITING);
            assertThat(monitor.isAway()).isFalse();
            nanoTime.addAndGet(LedgerMonitor.LONGEST_ANSWER.toNanos() + 1);
            assertThat(monitor.isAway()).isTrue();
            assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(() -> prompt.read(0, 1));
            assertThat(prompt.size()).isEqualTo(ledger.size());
            line.speaks();
            until(() -> !monitor.isAway());
            assertThat(prompt.read(0, 1)).hasSize(1);
        }
    }

    @Test
    void a_read_model_that_lost_what_it_had_is_brought_up_again_though_nothing_happens_in_the_ledger() {
        recordCases(50);
        following.start();
        until(() -> reached.position() == ledger.size() - 1);
        model.loses(30);
        until(() -> model.position() == ledger.size() - 1);
        assertThat(reached.position()).isEqualTo(ledger.size() - 1);
    }

    private void recordCases(int count) {
        for (int i = 0; i < count; i++) {
            CaseStory.submitted(ledger, "%010d".formatted(ledger.size()), "2026-01-06", "A title", "A text");
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Counts the events that it takes in, each once. */
    private final class Counting implements LocalReadModel {

        private final CountDownLatch waiting = new CountDownLatch(1);
        private volatile CountDownLatch goesOn = new CountDownLatch(0);
        private volatile long taken;
        private volatile long cutsAt = -1;

        void standsStill() {
            goesOn = new CountDownLatch(1);
        }

        void awaitAWait() throws InterruptedException {
            waiting.await();
        }

        synchronized void loses(int events) {
            taken -= events;
        }

        @Override
        public synchronized long position() {
            return taken - 1;
        }

        @Override
        public void on(RecordedEvent event) {
            if (event.position() == cutsAt) {
                cutsAt = -1;
                line.isCut(true);
                throw new LedgerUnavailableException("The line is cut.", null);
            }
            synchronized (this) {
                if (event.position() == taken) {
                    taken++;
                }
            }
        }

        @Override
        public void show() {
            if (taken > 4 && goesOn.getCount() > 0) {
                waiting.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new UncheckedIOException(new IOException(interrupted));
                }
            }
        }
    }
}
