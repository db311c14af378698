package org.openengagement.ledger.store.appending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.Units;
import org.openengagement.ledger.store.waiting.GroupCommitDelay;
import org.openengagement.ledger.store.waiting.MonotonicTime;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppendQueueTest {

    private static final long AN_HOUR = Duration.ofHours(1).toNanos();

    private final AppendQueue queue = new AppendQueue(AppendLimits.STANDARD);

    @Test
    void who_was_answered_a_moment_ago_is_waited_for_and_written_with_the_others() throws Exception {
        queue.enter(unit("a"));

        FutureTask<List<WaitingUnit>> batch = delayedBatch();
        queue.enter(unit("b"));
        queue.enter(unit("c"));

        assertThat(batch.get()).hasSize(3);
    }

    @Test
    void who_does_not_come_back_holds_nobody_up_for_long() {
        queue.enter(unit("a"));

        assertThat(queue.nextBatch(new GroupCommitDelay(3, 1))).hasSize(1);
    }

    @Test
    void a_lone_writer_waits_for_nobody() {
        queue.enter(unit("a"));

        assertThat(queue.nextBatch(new GroupCommitDelay(1, AN_HOUR))).hasSize(1);
    }

    @Test
    void a_queue_that_closes_ends_the_delay() throws Exception {
        queue.enter(unit("a"));

        FutureTask<List<WaitingUnit>> batch = delayedBatch();
        queue.close();

        assertThat(batch.get()).hasSize(1);
    }

    /** An appender who either waits for two more by now, or has gone without them. */
    private FutureTask<List<WaitingUnit>> delayedBatch() {
        FutureTask<List<WaitingUnit>> batch = new FutureTask<>(() -> queue.nextBatch(new GroupCommitDelay(3, AN_HOUR)));
        Thread appender = Thread.ofPlatform().daemon().start(batch);
        while (appender.getState() != Thread.State.TIMED_WAITING && appender.isAlive()) {
            Thread.onSpinWait();
        }
        return batch;
    }

    private static WaitingUnit unit(String stream) {
        return new WaitingUnit(
                Units.oneEntry(stream, 0), Instant.EPOCH, Duration.ofMinutes(1), MonotonicTime.OF_THIS_MACHINE);
    }
}
