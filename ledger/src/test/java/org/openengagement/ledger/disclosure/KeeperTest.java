package org.openengagement.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.ledger.disclosure.KeptDisclosures.Addition;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** What becomes of texts whose keeping meets with trouble. Time passes only in waits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DisclosuresInMemory replicaSet = new DisclosuresInMemory();
    private final Deque<Function<List<Disclosure>, Addition>> additions = new ArrayDeque<>();
    private final Deque<Supplier<Map<UUID, Disclosure>>> looks = new ArrayDeque<>();
    private final Waits time = new Waits();
    private final Keeper keeper = new Keeper(new InOrder(), time);
    private final Disclosure text = disclosure(UUID.randomUUID(), "a text");

    @Test
    void a_repeat_waits_for_its_first_attempt_to_stand_on_a_majority() {
        additions.add(this::writtenOnThePrimaryAndLost);
        additions.add(replicaSet::thereOnThePrimary);
        looks.add(() -> replicaSet.of(Set.of(text.event())));
        additions.add(again -> {
            replicaSet.reachAMajority();
            return replicaSet.thereOnThePrimary(again);
        });

        WaitingDisclosures own = waiting(text);
        keeper.keep(List.of(own));

        assertThatCode(own::await).doesNotThrowAnyException();
        assertThat(additions).isEmpty();
        assertThat(replicaSet.of(Set.of(text.event()))).containsValue(text);
    }

    @Test
    void a_repeat_whose_first_attempt_is_rolled_back_is_kept_after_all() {
        additions.add(this::writtenOnThePrimaryAndLost);
        additions.add(replicaSet::thereOnThePrimary);
        additions.add(again -> {
            replicaSet.rollBack();
            return replicaSet.add(again);
        });

        WaitingDisclosures own = waiting(text);
        keeper.keep(List.of(own));

        assertThatCode(own::await).doesNotThrowAnyException();
        assertThat(replicaSet.of(Set.of(text.event()))).containsValue(text);
    }

    @Test
    void what_no_majority_comes_to_hold_is_not_told_to_be_kept() {
        replicaSet.writeOnThePrimary(List.of(text));
        for (int attempt = 0; attempt < 100; attempt++) {
            additions.add(replicaSet::thereOnThePrimary);
        }

        WaitingDisclosures own = waiting(text);
        keeper.keep(List.of(own));

        assertThatThrownBy(own::await)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("nothing was recorded");
        assertThat(time.nanos())
                .isBetween(PATIENCE.toNanos(), PATIENCE.multipliedBy(2).toNanos());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_again_also_where_the_look_is_lost() {
        additions.add(this::writtenOnThePrimaryAndLost);
        looks.add(() -> {
            throw new LedgerUnavailableException("The line is cut.", null);
        });

        WaitingDisclosures own = waiting(text);
        keeper.keep(List.of(own));

        assertThatCode(own::await).doesNotThrowAnyException();
    }

    @Test
    void who_keeps_something_else_for_an_event_is_refused_alone() {
        replicaSet.add(List.of(text));

        WaitingDisclosures before = waiting(disclosure(UUID.randomUUID(), "before"));
        WaitingDisclosures other = waiting(disclosure(text.event(), "another text"));
        WaitingDisclosures same = waiting(text);
        keeper.keep(List.of(before, other, same));

        assertThatCode(before::await).doesNotThrowAnyException();
        assertThatCode(same::await).doesNotThrowAnyException();
        assertThatThrownBy(other::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(text.event().toString());
        assertThat(replicaSet.of(Set.of(text.event()))).containsValue(text);
    }

    @Test
    void of_two_who_keep_different_texts_for_an_event_at_once_one_is_refused() {
        WaitingDisclosures first = waiting(text);
        WaitingDisclosures second = waiting(disclosure(text.event(), "another text"));
        keeper.keep(List.of(first, second));

        assertThatCode(first::await).doesNotThrowAnyException();
        assertThatThrownBy(second::await).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_the_store_refuses_takes_no_others_with_it() {
        Function<List<Disclosure>, Addition> refusing = those -> those.contains(text)
                ? new Addition.Refused(new IllegalArgumentException("too long"))
                : replicaSet.add(those);
        List.of(1, 2, 3, 4).forEach(attempt -> additions.add(refusing));

        WaitingDisclosures before = waiting(disclosure(UUID.randomUUID(), "before"));
        WaitingDisclosures refused = waiting(text);
        WaitingDisclosures after = waiting(disclosure(UUID.randomUUID(), "after"));
        keeper.keep(List.of(before, refused, after));

        assertThatCode(before::await).doesNotThrowAnyException();
        assertThatThrownBy(refused::await)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too long");
        assertThatCode(after::await).doesNotThrowAnyException();
    }

    @Test
    void whatever_breaks_everybody_is_answered() {
        additions.add(those -> {
            throw new UnsupportedOperationException("a mistake of ours");
        });

        WaitingDisclosures own = waiting(text);
        keeper.keep(List.of(own));

        assertThatThrownBy(own::await)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasRootCauseMessage("a mistake of ours");
    }

    private Addition writtenOnThePrimaryAndLost(List<Disclosure> disclosures) {
        var unused = replicaSet.writeOnThePrimary(disclosures);
        return new Addition.Unknown(new LedgerUnavailableException("The line is cut.", null));
    }

    private WaitingDisclosures waiting(Disclosure disclosure) {
        return new WaitingDisclosures(List.of(disclosure), PATIENCE, time);
    }

    private static Disclosure disclosure(UUID event, String text) {
        return new Disclosure(event, Map.of("text", new SealedField("c2FsdA", text, Audience.PUBLIC)));
    }

    /** Does what the test has in store, and then what the replica set does. */
    private final class InOrder implements KeptDisclosures {

        @Override
        public Addition add(List<Disclosure> disclosures) {
            return additions.isEmpty()
                    ? replicaSet.add(disclosures)
                    : additions.remove().apply(disclosures);
        }

        @Override
        public Map<UUID, Disclosure> of(Collection<UUID> events) {
            return looks.isEmpty() ? replicaSet.of(events) : looks.remove().get();
        }
    }

    private static final class Waits implements MonotonicTime {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void waitBetween(long shortest, long longest) {
            nanos += longest;
        }
    }
}
