package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.query.api.Moment;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.standing.ReferralOutcome;
import org.openengagement.query.standing.Timeliness;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralViewTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    private final MemoryLedger ledger = MemoryLedger.opened();
    private CaseStory story = begun();

    @Test
    void a_correction_leaves_how_and_when_it_ended_and_stands_beside_the_first_answer() {
        for (ResponseKind first : ResponseKind.values()) {
            for (ResponseKind second : ResponseKind.values()) {
                story = begun();
                happens(referral(ReferralPurpose.ANSWER, null), 0);
                happens(new ResponsePublished("r1", "a1", first, null), 4);
                PublicReferral answered = shown(30);
                happens(new ResponseCorrected("r1", "a2", "a1", second, null), 9);
                PublicReferral corrected = shown(30);

                assertThat(answered.outcome())
                        .isEqualTo(
                                first == ResponseKind.NOT_COMPETENT
                                        ? ReferralOutcome.DECLINED
                                        : ReferralOutcome.ANSWERED);
                assertThat(corrected.outcome()).isEqualTo(answered.outcome());
                assertThat(corrected.endedOn()).isEqualTo(DELIVERED.plusDays(4));
                assertThat(corrected.firstRespondedOn())
                        .isEqualTo(first == ResponseKind.NOT_COMPETENT ? null : DELIVERED.plusDays(4))
                        .isEqualTo(answered.firstRespondedOn());
                assertThat(corrected.calendarDays()).isEqualTo(answered.calendarDays());
                assertThat(corrected.responses())
                        .extracting(PublicResponse::kind)
                        .containsExactly(first, second);
            }
        }
    }

    @Test
    void of_several_ends_the_earliest_day_stands_and_of_one_day_the_answer() {
        happens(referral(ReferralPurpose.ANSWER, DELIVERED.plusDays(15)), 0);
        happens(new ReferralDeclined("r1", null), 8);
        assertThat(shown(30).outcome()).isEqualTo(ReferralOutcome.DECLINED);
        assertThat(shown(30).timeliness()).isEqualTo(Timeliness.ENDED_UNANSWERED);

        happens(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 8);
        assertThat(shown(30).outcome()).isEqualTo(ReferralOutcome.ANSWERED);
        assertThat(shown(30).endedOn()).isEqualTo(DELIVERED.plusDays(8));
        assertThat(shown(30).calendarDays()).isEqualTo(8);

        happens(new ReferralDeclined("r1", null), 5);
        assertThat(shown(30).outcome()).isEqualTo(ReferralOutcome.DECLINED);
        assertThat(shown(30).endedOn()).isEqualTo(DELIVERED.plusDays(5));
        assertThat(shown(30).firstRespondedOn()).isNull();
        assertThat(shown(30).calendarDays()).isNull();
    }

    @Test
    void the_latest_look_at_the_source_is_shown_and_what_nobody_watched_is_unknown() {
        happens(referral(ReferralPurpose.ANSWER, DELIVERED.plusDays(15)), 0);
        assertThat(shown(20).timeliness()).isEqualTo(Timeliness.OVERDUE);
        assertThat(shown(20).observedUntil()).isNull();

        happens(new ReferralObserved("r1", DELIVERED.plusDays(10)), 10);
        happens(new ReferralObserved("r1", DELIVERED.plusDays(7)), 10);
        assertThat(shown(20).timeliness()).isEqualTo(Timeliness.UNKNOWN);
        assertThat(shown(20).observedUntil()).isEqualTo(DELIVERED.plusDays(10));
    }

    @Test
    void a_referral_for_information_has_no_timeliness_but_an_outcome() {
        happens(referral(ReferralPurpose.INFORMATION, DELIVERED.plusDays(15)), 0);
        assertThat(shown(20).timeliness()).isNull();
        assertThat(shown(20).outcome()).isEqualTo(ReferralOutcome.OPEN);

        happens(new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, null), 16);
        assertThat(shown(20).timeliness()).isNull();
        assertThat(shown(20).outcome()).isEqualTo(ReferralOutcome.ANSWERED);
        assertThat(shown(20).endedOn()).isEqualTo(DELIVERED.plusDays(16));
    }

    private CaseStory begun() {
        return CaseStory.submitted(ledger, "R%09d".formatted(ledger.size()), "2026-03-01", "A title", "A text");
    }

    private static ReferralIssued referral(ReferralPurpose purpose, @Nullable LocalDate due) {
        return new ReferralIssued("r1", "skopje", purpose, null, due, null, null);
    }

    private void happens(LedgerEvent event, int daysLater) {
        ledger.record(story.stream(), DELIVERED.plusDays(daysLater).toString(), event);
    }

    private PublicReferral shown(int daysLater) {
        CaseView view = CaseView.fold(ledger.readStream(story.stream()), story.position())
                .orElseThrow();
        Moment moment = new Moment(story.position(), DELIVERED.plusDays(daysLater), true);
        return new PublicProposal(view, moment).referrals().getFirst();
    }
}
