package org.openengagement.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.transparency.Hash;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseFactsTest {
    private static final LocalDate DELIVERED = LocalDate.of(2024, 7, 1);
    private static final LocalDate DUE = LocalDate.of(2024, 7, 16);
    private final List<RecordedEvent> stream = new ArrayList<>();

    @Test
    void a_response_answers_and_an_interim_reply_does_not() {
        given(referral("r1"), 1);
        given(new InterimReplyPublished("r1", null), 3);
        given(new ResponsePublished("r1", "a1", ResponseKind.REJECTED, null), 9);

        assertThat(seen(2, 10).outcome()).isEqualTo(ReferralOutcome.OPEN);
        assertThat(seen(3, 10).outcome()).isEqualTo(ReferralOutcome.ANSWERED);
        assertThat(seen(3, 8).outcome()).isEqualTo(ReferralOutcome.OPEN);
        assertThat(seen(3, 10).days()).isEqualTo(8);
        assertThat(seen(3, 10).timeliness()).isEqualTo(Timeliness.ANSWERED_ON_TIME);
    }

    @Test
    void a_response_of_not_competent_ends_as_declining_does() {
        given(referral("r1"), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.NOT_COMPETENT, null), 4);

        assertThat(seen(9, 30).outcome()).isEqualTo(ReferralOutcome.DECLINED);
        assertThat(seen(9, 30).timeliness()).isEqualTo(Timeliness.ENDED_UNANSWERED);
    }

    @Test
    void a_correction_keeps_the_first_date() {
        given(referral("r1"), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 20);
        given(new ResponseCorrected("r1", "a2", "a1", ResponseKind.REJECTED, null), 25);

        assertThat(seen(9, 30).days()).isEqualTo(19);
        assertThat(seen(9, 30).timeliness()).isEqualTo(Timeliness.ANSWERED_LATE);
    }

    @Test
    void a_correction_of_not_competent_leaves_it_declined() {
        given(referral("r1"), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.NOT_COMPETENT, null), 4);
        given(new ResponseCorrected("r1", "a2", "a1", ResponseKind.NOT_COMPETENT, null), 25);

        assertThat(seen(9, 30).outcome()).isEqualTo(ReferralOutcome.DECLINED);
        assertThat(seen(9, 30).timeliness()).isEqualTo(Timeliness.ENDED_UNANSWERED);
    }

    @Test
    void a_forwarded_referral_ends_and_the_next_is_an_obligation_of_its_own() {
        given(referral("r1"), 1);
        given(new ReferralForwarded("r1", "treasury", null), 5);
        given(referral("r2"), 5);

        CaseFacts facts = CaseFacts.of(stream);
        assertThat(facts.referrals()).extracting(ReferralFacts::number).containsExactly("r1", "r2");
        assertThat(facts.referrals().get(0).standing(asOf(9, 30)).outcome()).isEqualTo(ReferralOutcome.FORWARDED);
        assertThat(facts.referrals().get(1).standing(asOf(9, 30)).outcome()).isEqualTo(ReferralOutcome.OPEN);
    }

    @Test
    void taking_a_proposal_back_ends_only_what_is_open() {
        given(referral("r1"), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 4);
        given(referral("r2"), 5);
        given(new ProposalWithdrawn(), 6);

        assertThat(CaseFacts.of(stream).referrals())
                .extracting(referral -> referral.standing(asOf(9, 30)).outcome())
                .containsExactly(ReferralOutcome.ANSWERED, ReferralOutcome.WITHDRAWN);
    }

    @Test
    void a_referral_for_information_is_no_obligation() {
        given(new ReferralIssued("r1", "home-office", ReferralPurpose.INFORMATION, null, DUE, null, null), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 4);

        assertThat(CaseFacts.of(stream).obligations()).isEmpty();
        assertThat(CaseFacts.of(stream).referrals())
                .extracting(referral -> referral.latest().outcome())
                .containsExactly(ReferralOutcome.ANSWERED);
        assertThat(TimelinessSpan.of(CaseFacts.of(stream).referrals().getFirst()))
                .isEmpty();
    }

    @Test
    void an_open_referral_is_known_only_as_long_as_its_source_was_watched() {
        given(referral("r1"), 1);
        assertThat(seen(9, 16).timeliness()).isEqualTo(Timeliness.NOT_DUE);
        assertThat(seen(9, 17).timeliness()).isEqualTo(Timeliness.OVERDUE);
        assertThat(seen(9, 31).timeliness()).isEqualTo(Timeliness.OVERDUE);
        assertThat(seen(9, 32).timeliness()).isEqualTo(Timeliness.LONG_OVERDUE);

        given(new ReferralObserved("r1", DUE), 16);
        assertThat(seen(9, 16).timeliness()).isEqualTo(Timeliness.NOT_DUE);
        assertThat(seen(9, 32).timeliness()).isEqualTo(Timeliness.UNKNOWN);

        given(new ReferralObserved("r1", DUE.plusDays(1)), 17);
        assertThat(seen(9, 32).timeliness()).isEqualTo(Timeliness.OVERDUE);
        assertThat(seen(2, 32).timeliness()).isEqualTo(Timeliness.UNKNOWN);
        assertThat(seen(9, 32).days()).isEqualTo(16);
    }

    @Test
    void a_later_end_shows_that_a_referral_was_open_and_watched_until_then() {
        given(referral("r1"), 1);
        given(new ReferralObserved("r1", DELIVERED.plusDays(9)), 10);
        assertThat(seen(9, 30).watchedUntil()).isEqualTo(EpochDays.of(DELIVERED.plusDays(9)));
        assertThat(seen(9, 30).timeliness()).isEqualTo(Timeliness.UNKNOWN);

        given(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 40);
        assertThat(seen(9, 30).outcome()).isEqualTo(ReferralOutcome.OPEN);
        assertThat(seen(9, 30).watchedUntil()).isEqualTo(EpochDays.of(DELIVERED.plusDays(29)));
        assertThat(seen(9, 30).days()).isEqualTo(29);
        assertThat(seen(9, 30).timeliness()).isEqualTo(Timeliness.OVERDUE);
        assertThat(seen(9, 30).onTimeVerdict()).isEqualTo(OnTimeVerdict.MISS);
        assertThat(seen(9, 39).timeliness()).isEqualTo(Timeliness.LONG_OVERDUE);
        assertThat(seen(9, 40).timeliness()).isEqualTo(Timeliness.ANSWERED_LATE);
        assertThat(seen(2, 30).timeliness()).as("before it was recorded").isEqualTo(Timeliness.UNKNOWN);
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        given(referral("r1"), 1);
        given(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 4);
        CaseFacts once = CaseFacts.of(stream);

        CaseFacts twice = once;
        for (RecordedEvent event : stream) {
            twice = twice.evolve(event);
        }

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void what_was_last_looked_at_before_its_delivery_was_watched_for_no_day() {
        given(referral("r1"), 10);
        given(new ReferralObserved("r1", DELIVERED.minusDays(30)), 10);

        assertThat(seen(9, 31).outcome()).isEqualTo(ReferralOutcome.OPEN);
        assertThat(seen(9, 31).days()).isZero();
        assertThat(seen(9, 31).timeliness()).isEqualTo(Timeliness.UNKNOWN);
        assertThat(seen(9, 31).onTimeVerdict()).isEqualTo(OnTimeVerdict.UNKNOWN);
        assertThat(seen(9, 12).timeliness()).isEqualTo(Timeliness.NOT_DUE);
    }

    @Test
    void a_stream_must_begin_with_a_submission() {
        assertThatThrownBy(() -> CaseFacts.begin(recorded(new ProposalPublished(), 7, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proposal/1")
                .hasMessageContaining("position 7");
        assertThatThrownBy(() -> CaseFacts.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReferralIssued referral(String number) {
        return new ReferralIssued(number, "home-office", ReferralPurpose.ANSWER, "answer-in-15-days", DUE, null, null);
    }

    private void given(LedgerEvent event, int dayOfJuly) {
        if (stream.isEmpty()) {
            stream.add(recorded(submitted(), 0, 1));
        }
        stream.add(recorded(event, stream.size(), dayOfJuly));
    }

    private Standing seen(long position, int dayOfJuly) {
        return CaseFacts.of(stream).referrals().getFirst().standing(asOf(position, dayOfJuly));
    }

    private static Cutoff asOf(long position, int dayOfJuly) {
        return new Cutoff(position, DELIVERED.plusDays(dayOfJuly - 1));
    }

    private static ProposalSubmitted submitted() {
        return new ProposalSubmitted(
                "7H2K9QX4T5",
                ProposalKind.QUESTION,
                Channel.WEB,
                "en",
                new Sealed.Withheld<>("title"),
                new Sealed.Withheld<>("text"),
                List.of("roads"),
                null,
                false,
                null);
    }

    private static RecordedEvent recorded(LedgerEvent event, long position, int dayOfJuly) {
        return new RecordedEvent(
                position,
                position,
                new Envelope(
                        "proposal/1",
                        position,
                        new UUID(0, position),
                        DELIVERED.plusDays(dayOfJuly - 1),
                        Actor.SYSTEM,
                        null),
                Instant.EPOCH,
                event.getClass().getSimpleName(),
                1,
                event,
                EntryBytes.of(new byte[0]),
                HASH);
    }

    private static final Hash HASH = Hash.of(new byte[32]);
}
