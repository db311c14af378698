package org.openengagement.query.api.bounds;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyMemoryTest {

    private static final int KIBIBYTE = 1_024;
    private static final int LONGEST = BodyMemory.LONGEST / KIBIBYTE + 1;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final Executor ELSEWHERE = Thread::startVirtualThread;

    @Test
    void a_body_that_finds_no_memory_in_time_gets_none() {
        BodyMemory memory = new BodyMemory(LONGEST, Duration.ZERO);

        assertThat(memory.take(BodyMemory.LONGEST)).isPresent();

        assertThat(memory.take(0)).isEmpty();
    }

    @Test
    void a_body_waits_for_the_memory_that_another_gives_back() {
        BodyMemory memory = new BodyMemory(LONGEST, LONG_ENOUGH);
        BodyMemory.Share first = memory.take(BodyMemory.LONGEST).orElseThrow();
        CompletableFuture<BodyMemory.Share> second =
                CompletableFuture.supplyAsync(() -> memory.take(0).orElseThrow(), ELSEWHERE);

        first.giveBack();

        assertThat(second).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void small_bodies_share_what_one_long_one_would_take() {
        BodyMemory memory = new BodyMemory(LONGEST, Duration.ZERO);

        for (int small = 0; small < LONGEST; small++) {
            assertThat(memory.take(KIBIBYTE - 1)).isPresent();
        }

        assertThat(memory.take(1)).isEmpty();
    }

    @Test
    void a_body_of_unknown_length_takes_as_much_as_the_longest_and_one_too_long_no_more() {
        for (long length : new long[] {-1, BodyMemory.LONGEST + 1, Long.MAX_VALUE}) {
            BodyMemory memory = new BodyMemory(LONGEST, Duration.ZERO);

            assertThat(memory.take(length)).isPresent();

            assertThat(memory.take(0)).isEmpty();
        }
    }

    @Test
    void there_is_memory_for_four_of_the_longest_bodies_however_small_the_heap_is() {
        BodyMemory memory = BodyMemory.anEighthOfTheHeap();

        for (int longest = 0; longest < 4; longest++) {
            assertThat(memory.take(-1)).isPresent();
        }
    }

    @Test
    void one_that_is_interrupted_while_it_waits_gets_no_memory_and_stays_interrupted() throws Exception {
        BodyMemory memory = new BodyMemory(LONGEST, LONG_ENOUGH);
        assertThat(memory.take(BodyMemory.LONGEST)).isPresent();
        CompletableFuture<Boolean> refusedAndStillInterrupted = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(() -> {
            boolean refused = memory.take(0).isEmpty();
            refusedAndStillInterrupted.complete(
                    refused && Thread.currentThread().isInterrupted());
        });

        waiting.interrupt();

        assertThat(refusedAndStillInterrupted.get(60, SECONDS)).isTrue();
    }
}
