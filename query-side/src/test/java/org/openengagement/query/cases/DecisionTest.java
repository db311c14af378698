package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.support.SupportCounted;
import org.openengagement.query.api.Moment;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.standing.ReferralOutcome;

/** A case as of a position that lies inside a decision. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecisionTest {

    private static final String DAY = "2026-01-09";

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final Cases cases = new Cases(ledger, new CaseFolds(ledger, 3));
    private final CaseStory story = CaseStory.submitted(ledger, "0000000012", "2026-01-05", "A title", "A text");

    @Test
    void a_publication_is_shown_with_the_stage_that_it_moved_the_case_to() {
        long moderated = story.position();
        story.published(DAY);

        assertThat(at(moderated).isPublic()).isFalse();
        assertThat(at(moderated).stage()).isEqualTo(Stage.IN_MODERATION);
        assertThat(at(moderated + 1).isPublic()).isTrue();
        assertThat(at(moderated + 1)).isEqualTo(at(moderated + 2));
        assertThat(at(moderated + 2).stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void an_acknowledgement_is_shown_with_the_ground_and_the_stage_that_were_recorded_after_it() {
        story.published(DAY).referredTo("skopje", DAY, "2026-01-20");
        long arrived = ledger.size();
        ledger.asOneUnit(() -> {
            RecordedEvent cause = happens(new ReferralAcknowledged("r1"));
            happens(new GroundGiven(cause.envelope().id(), Sealed.of("They rang.", Audience.PUBLIC)));
            moves(Stage.REFERRED, Stage.AWAITING_RESPONSE, cause);
        });
        long moved = ledger.size() - 1;
        happens(new SupportCounted(3));

        assertThat(moved).isEqualTo(arrived + 2);
        assertThat(at(arrived)).isEqualTo(at(moved)).isEqualTo(at(arrived + 1));
        assertThat(at(arrived).stage()).isEqualTo(Stage.AWAITING_RESPONSE);
        assertThat(at(arrived).support()).isNull();
    }

    @Test
    void a_submission_is_shown_as_received_with_its_receipt_confirmed() {
        String stream = "proposal/another";
        long submitted = ledger.size();
        LedgerEvent submission = ledger.readStream(story.stream()).getFirst().event();
        ledger.asOneUnit(() -> {
            ledger.record(stream, DAY, submission);
            RecordedEvent confirmed = ledger.record(stream, DAY, new ReceiptConfirmed());
            ledger.record(
                    stream,
                    DAY,
                    new StatusChanged(
                            null, Stage.IN_MODERATION, confirmed.envelope().id()));
        });

        assertThat(cases.at(stream, moment(submitted)).orElseThrow().stage()).isEqualTo(Stage.IN_MODERATION);
        assertThat(cases.at(stream, moment(submitted - 1))).isEmpty();
    }

    @Test
    void what_a_command_records_of_several_cases_is_shown_whole_in_each() {
        String stream = "proposal/another";
        LedgerEvent submission = ledger.readStream(story.stream()).getFirst().event();
        long first = ledger.size();
        ledger.asOneUnit(() -> {
            ledger.record(stream, DAY, submission);
            happens(new SupportCounted(3));
            ledger.record(stream, DAY, new SupportCounted(5));
        });

        assertThat(cases.at(stream, moment(first)).orElseThrow().support()).isNotNull();
        assertThat(cases.at(stream, moment(first + 1))).isEqualTo(cases.at(stream, moment(first + 2)));
        assertThat(at(first + 1).support()).isNotNull();
    }

    @Test
    void two_commands_that_were_recorded_at_one_instant_are_two_decisions() {
        story.published(DAY).referredTo("skopje", DAY, "2026-01-20");
        ledger.atOnce(() -> happens(new ReferralAcknowledged("r1")));
        long arrived = ledger.size() - 1;
        happens(new SupportCounted(3));

        assertThat(at(arrived).support()).isNull();
    }

    /** What an event says of its cause is no boundary: an import brings in each line by a command of its own. */
    @Test
    void a_stage_whose_cause_another_command_recorded_is_not_taken_in() {
        RecordedEvent cause = happens(new SupportCounted(3));
        moves(Stage.IN_MODERATION, Stage.PUBLISHED, cause);

        assertThat(at(cause.position()).stage()).isEqualTo(Stage.IN_MODERATION);
        assertThat(at(cause.position() + 1).stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void what_a_later_command_caused_is_not_taken_in() {
        story.published(DAY).referredTo("skopje", DAY, "2026-01-20").supportedBy(7, DAY);
        long counted = story.position();
        story.acknowledged(DAY);

        assertThat(at(counted).stage()).isEqualTo(Stage.REFERRED);
        assertThat(at(counted).referrals().getFirst().acknowledgedOn()).isNull();
    }

    @Test
    void a_stage_that_directly_follows_but_has_another_cause_is_not_taken_in() {
        long moderated = story.position();
        happens(new StatusChanged(Stage.IN_MODERATION, Stage.PUBLISHED, new UUID(1, 1)));

        assertThat(at(moderated).stage()).isEqualTo(Stage.IN_MODERATION);
    }

    @Test
    void what_stands_between_in_other_streams_changes_nothing() {
        long moderated = story.position();
        CaseStory.submitted(ledger, "0000000024", DAY, "Another", "Another");
        story.published(DAY);

        assertThat(at(moderated + 1)).isEqualTo(at(moderated));
        assertThat(at(moderated + 2)).isEqualTo(at(moderated));
    }

    @Test
    void a_referral_that_was_forwarded_live_is_shown_with_the_next_one() {
        story.published(DAY).referredTo("skopje", DAY, "2026-01-20");
        long forwarded = ledger.size();
        ledger.asOneUnit(() -> {
            happens(new ReferralForwarded("r1", "bitola", null));
            happens(next());
        });

        CaseView view = at(forwarded);
        assertThat(view.referrals())
                .extracting(ReferralView::outcome)
                .containsExactly(ReferralOutcome.FORWARDED, ReferralOutcome.OPEN);
        assertThat(view.stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void a_referral_that_an_import_forwarded_stands_alone_until_the_next_one_is_brought_in() {
        story.published(DAY).referredTo("skopje", DAY, "2026-01-20");
        long forwarded = ledger.size();
        ledger.asOneUnit(() -> {
            RecordedEvent cause =
                    ledger.record(story.stream(), DAY, new ReferralForwarded("r1", "bitola", null), Actor.IMPORT);
            moves(Stage.REFERRED, Stage.PUBLISHED, cause);
        });
        ledger.record(story.stream(), DAY, next(), Actor.IMPORT);

        for (long position : List.of(forwarded, forwarded + 1)) {
            assertThat(at(position).referrals()).hasSize(1);
            assertThat(at(position).stage()).isEqualTo(Stage.PUBLISHED);
        }
    }

    private static ReferralIssued next() {
        return new ReferralIssued(
                "r2", "bitola", ReferralPurpose.ANSWER, null, LocalDate.parse("2026-01-30"), null, "r1");
    }

    private RecordedEvent happens(LedgerEvent event) {
        return ledger.record(story.stream(), DAY, event);
    }

    private RecordedEvent moves(Stage from, Stage to, RecordedEvent cause) {
        return happens(new StatusChanged(from, to, cause.envelope().id()));
    }

    private CaseView at(long position) {
        return cases.at(story.stream(), moment(position)).orElseThrow();
    }

    private static Moment moment(long position) {
        return new Moment(position, LocalDate.parse(DAY), false);
    }
}
