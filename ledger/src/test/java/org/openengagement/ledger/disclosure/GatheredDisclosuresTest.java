package org.openengagement.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** Which texts are kept together. The database answers when the test lets it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class GatheredDisclosuresTest {

    private static final AppendLimits LIMITS =
            new AppendLimits(10, 2_000, 4_000, Duration.ofMinutes(1), AppendLimits.STANDARD.clockTolerance());

    private final Slow database = new Slow();
    private final List<Boolean> told = new CopyOnWriteArrayList<>();
    private final LedgerObserver observer = new LedgerObserver() {
        @Override
        public void textsKept(boolean kept, Duration waited) {
            assertThat(waited).isGreaterThanOrEqualTo(Duration.ZERO);
            told.add(kept);
        }
    };
    private final Disclosures gathered =
            new GatheredDisclosures(database, LIMITS, MonotonicTime.OF_THIS_MACHINE, observer);
    private final List<Caller> callers = new ArrayList<>();

    @AfterEach
    void answer_everybody() throws Exception {
        database.answers.release(1_000);
        for (Caller caller : callers) {
            caller.thread.join();
        }
    }

    @Test
    void what_waits_while_a_write_is_on_its_way_is_kept_by_the_next() throws Exception {
        Caller first = calls(1, "a");
        database.comes(1);
        List<Caller> others =
                IntStream.range(0, 5).mapToObj(any -> calls(2, "b")).toList();
        assertThat(first.task.isDone()).isFalse();
        assertThat(told).isEmpty();

        database.answers.release(2);
        first.task.get();
        for (Caller other : others) {
            other.task.get();
        }

        assertThat(database.written).extracting(List::size).containsExactly(1, 10);
        assertThat(told).as("one each, and only when it is kept").hasSize(6).doesNotContain(false);
    }

    @Test
    void a_write_takes_so_many_or_so_long_texts_and_no_more_but_never_half_a_command() throws Exception {
        calls(1, "a");
        database.comes(1);
        calls(6, "b");
        calls(6, "c");
        calls(1, "d".repeat(1_500));
        calls(1, "e".repeat(1_500));
        calls(25, "f");

        database.answers.release(1_000);
        for (Caller caller : callers) {
            caller.task.get();
        }

        assertThat(database.written).extracting(List::size).containsExactly(1, 6, 7, 1, 25);
    }

    @Test
    void when_too_much_waits_the_next_is_told_at_once() {
        calls(1, "a");
        database.comes(1);
        calls(1, "b".repeat(3_000));

        assertThatThrownBy(() -> gathered.keep(texts(1, "c".repeat(3_000))))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("busy");
        assertThat(told).containsExactly(false);
    }

    @Test
    void an_interrupt_takes_no_answer_away_and_is_kept() throws Exception {
        Caller caller = calls(1, "a");
        database.comes(1);
        caller.thread.interrupt();
        Caller next = calls(1, "b");
        next.thread.interrupt();

        database.answers.release(2);

        assertThat(caller.task.get()).as("interrupted").isTrue();
        assertThat(next.task.get()).as("interrupted").isTrue();
        assertThat(database.written).hasSize(2);
    }

    @Test
    void whoever_comes_after_a_rest_is_served_as_well() throws Exception {
        database.answers.release(1_000);
        for (int time = 0; time < 100; time++) {
            Caller caller = calls(1, "a");
            caller.task.get();
        }

        gathered.keep(List.of());
        assertThat(database.written).hasSize(100);
        assertThat(told).as("what has no texts waits for none").hasSize(100);
    }

    /** Somebody keeps texts, and is heard, or done. */
    private Caller calls(int count, String text) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            gathered.keep(texts(count, text));
            return Thread.interrupted();
        });
        Caller caller = new Caller(Thread.ofPlatform().unstarted(task), task);
        callers.add(caller);
        caller.thread.start();
        while (caller.thread.getState() != Thread.State.WAITING && caller.thread.isAlive()) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private static List<Disclosure> texts(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Disclosure(
                        UUID.randomUUID(), Map.of("text", new SealedField("c2FsdA", text, Audience.PUBLIC))))
                .toList();
    }

    private record Caller(Thread thread, FutureTask<Boolean> task) {}

    private static final class Slow implements KeptDisclosures {

        private final List<List<Disclosure>> written = new CopyOnWriteArrayList<>();
        private final Semaphore answers = new Semaphore(0);
        private final Semaphore writes = new Semaphore(0);

        /** Waits until so many more writes came. */
        void comes(int some) {
            writes.acquireUninterruptibly(some);
        }

        @Override
        public Addition add(List<Disclosure> disclosures) {
            written.add(disclosures);
            writes.release();
            answers.acquireUninterruptibly();
            return new Addition.Done(Set.of());
        }

        @Override
        public Map<UUID, Disclosure> of(Collection<UUID> events) {
            return Map.of();
        }
    }
}
