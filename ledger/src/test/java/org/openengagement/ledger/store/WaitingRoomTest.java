package org.openengagement.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaitingRoomTest {

    private static final long AN_HOUR = Duration.ofHours(1).toNanos();

    private final WaitingRoom room = new WaitingRoom(AppendLimits.STANDARD);

    @Test
    void who_was_answered_a_moment_ago_is_waited_for_and_written_with_the_others() throws Exception {
        room.enter(unit("a"));

        FutureTask<List<WaitingUnit>> batch = waitingForCompany();
        room.enter(unit("b"));
        room.enter(unit("c"));

        assertThat(batch.get()).hasSize(3);
    }

    @Test
    void who_does_not_come_back_holds_nobody_up_for_long() {
        room.enter(unit("a"));

        assertThat(room.nextBatch(new Company(3, 1))).hasSize(1);
    }

    @Test
    void a_lone_writer_waits_for_nobody() {
        room.enter(unit("a"));

        assertThat(room.nextBatch(new Company(1, AN_HOUR))).hasSize(1);
    }

    @Test
    void a_room_that_closes_waits_for_no_company() throws Exception {
        room.enter(unit("a"));

        FutureTask<List<WaitingUnit>> batch = waitingForCompany();
        room.close();

        assertThat(batch.get()).hasSize(1);
    }

    /** An appender who either waits for two more by now, or has gone without them. */
    private FutureTask<List<WaitingUnit>> waitingForCompany() {
        FutureTask<List<WaitingUnit>> batch = new FutureTask<>(() -> room.nextBatch(new Company(3, AN_HOUR)));
        Thread appender = Thread.ofPlatform().daemon().start(batch);
        while (appender.getState() != Thread.State.TIMED_WAITING && appender.isAlive()) {
            Thread.onSpinWait();
        }
        return batch;
    }

    private static WaitingUnit unit(String stream) {
        return new WaitingUnit(
                Units.oneEntry(stream, 0), Instant.EPOCH, Duration.ofMinutes(1), PassingTime.OF_THIS_MACHINE);
    }
}
