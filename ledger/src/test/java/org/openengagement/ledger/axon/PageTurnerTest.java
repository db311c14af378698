package org.openengagement.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.transparency.Hash;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PageTurnerTest {

    private static final int PAGE = EventPages.EVENTS_A_PAGE;

    private static final Hash HASH = Hash.of(new byte[32]);

    private final Queue<Long> asked = new ConcurrentLinkedQueue<>();

    @Test
    void the_next_page_is_fetched_while_a_full_one_is_used() throws InterruptedException {
        CountDownLatch secondAsked = new CountDownLatch(1);
        PageTurner turner = new PageTurner(
                position -> {
                    if (position == PAGE) {
                        secondAsked.countDown();
                    }
                    return ledgerOf(PAGE + 3, position);
                },
                0);

        assertThat(turner.turn()).hasSize(PAGE);

        assertThat(secondAsked.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(positions(turner.turn())).containsExactly(PAGE + 0L, PAGE + 1L, PAGE + 2L);
        assertThat(turner.turn()).isEmpty();
    }

    @Test
    void behind_a_page_that_is_not_full_nothing_is_fetched_before_it_is_wanted() {
        PageTurner turner = new PageTurner(noting(position -> ledgerOf(3, position)), 1);

        assertThat(positions(turner.turn())).containsExactly(1L, 2L);
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void where_nothing_was_found_ahead_it_is_looked_for_again() {
        PageTurner turner = new PageTurner(
                noting(position ->
                        ledgerOf(asked.stream().filter(each -> each == PAGE).count() > 1 ? PAGE + 1 : PAGE, position)),
                0);

        assertThat(turner.turn()).hasSize(PAGE);
        assertThat(positions(turner.turn())).containsExactly((long) PAGE);
    }

    @Test
    void a_page_that_could_not_be_fetched_ahead_says_so_in_its_turn_and_comes_next_all_the_same() {
        PageTurner turner = new PageTurner(
                noting(position -> {
                    if (asked.size() == 2) {
                        throw new LedgerUnavailableException("gone", null);
                    }
                    return ledgerOf(PAGE + 1, position);
                }),
                0);

        assertThat(turner.turn()).hasSize(PAGE);
        assertThatThrownBy(turner::turn)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("gone");
        assertThat(positions(turner.turn())).containsExactly((long) PAGE);
    }

    private EventPages noting(EventPages pages) {
        return position -> {
            asked.add(position);
            return pages.from(position);
        };
    }

    private static List<Long> positions(List<TrackedEventMessage<?>> page) {
        return page.stream()
                .map(message -> Positions.after(message.trackingToken()) - 1)
                .toList();
    }

    private static List<RecordedEvent> ledgerOf(long size, long from) {
        return LongStream.range(from, Math.min(size, from + PAGE))
                .mapToObj(PageTurnerTest::recorded)
                .toList();
    }

    private static RecordedEvent recorded(long position) {
        EntryBytes entry = EntryBytes.of(new byte[0]);
        return new RecordedEvent(
                position,
                position,
                new Envelope("case/a", position, new UUID(0, position), LocalDate.EPOCH, Actor.SYSTEM, null),
                Instant.EPOCH,
                "CaseNoted",
                1,
                new CaseNoted("noted", new Sealed.Withheld<>("digest"), List.of()),
                entry,
                HASH);
    }
}
