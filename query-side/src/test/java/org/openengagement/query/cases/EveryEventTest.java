package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.EventsOfEachType;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.standing.UnknownFamilyException;
import org.openengagement.transparency.Hash;

/** That the folds of a case know the family of every event that the ledger can hold. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryEventTest {

    /** An event of a family that nobody has told the folds of. */
    private record Unheard() implements LedgerEvent {}

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final CaseView view = caseWithAReferral();

    static Stream<LedgerEvent> events() {
        return EventsOfEachType.saying("r1");
    }

    @ParameterizedTest
    @MethodSource("events")
    void takes_a_case_one_step_on(LedgerEvent event) {
        RecordedEvent recorded = next(event);

        CaseView after = view.evolve(recorded);

        assertThat(after.lastSequence()).isEqualTo(view.lastSequence() + 1);
        assertThat(after.facts()).isEqualTo(view.facts().evolve(recorded));
        assertThat(after.facts().position()).isEqualTo(recorded.position());
        assertThat(after.referrals())
                .extracting(ReferralView::facts)
                .isEqualTo(after.facts().referrals());
    }

    @Test
    void an_event_of_a_new_family_is_refused_by_name() {
        RecordedEvent recorded = next(new Unheard());

        assertThatThrownBy(() -> view.facts().evolve(recorded))
                .isInstanceOf(UnknownFamilyException.class)
                .hasMessageContaining("Unheard")
                .hasMessageContaining("position " + recorded.position());
        assertThatThrownBy(() -> view.evolve(recorded)).isInstanceOf(UnknownFamilyException.class);
    }

    private CaseView caseWithAReferral() {
        CaseStory story = CaseStory.submitted(ledger, "0000000012", "2026-01-05", "A title", "A text")
                .published("2026-01-06")
                .referredTo("skopje", "2026-01-07", "2026-01-22");
        return CaseView.fold(ledger.readStream(story.stream()), story.position())
                .orElseThrow();
    }

    private RecordedEvent next(LedgerEvent event) {
        return new RecordedEvent(
                view.lastPosition() + 1,
                view.lastPosition() + 1,
                new Envelope(
                        view.stream(),
                        view.lastSequence() + 1,
                        new UUID(0, 2),
                        LocalDate.parse("2026-01-09"),
                        Actor.SYSTEM,
                        null),
                Instant.EPOCH,
                event.getClass().getSimpleName(),
                1,
                event,
                EntryBytes.of(new byte[0]),
                Hash.of(new byte[32]));
    }
}
