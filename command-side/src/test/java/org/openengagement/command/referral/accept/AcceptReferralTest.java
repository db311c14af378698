package org.openengagement.command.referral.accept;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.referral.ReferralAccepted;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AcceptReferralTest {

    @Test
    void an_officer_takes_a_referral_on() {
        given(aPublishedProposal().referredTo("skopje").acknowledged(), new AcceptReferralSlice())
                .when(anOfficerOf("skopje"), new AcceptReferral(CASE, "r1"))
                .records(new ReferralAccepted("r1"));
    }

    @Test
    void taking_it_on_without_confirming_first_moves_the_stage_as_well() {
        given(aPublishedProposal().referredTo("skopje"), new AcceptReferralSlice())
                .when(anOfficerOf("skopje"), new AcceptReferral(CASE, "r1"))
                .records(new ReferralAccepted("r1"), moved(Stage.REFERRED, Stage.AWAITING_RESPONSE));
    }

    @Test
    void nobody_takes_it_on_for_the_institution_not_even_with_a_ground() {
        for (Caller other : List.of(anOperator(), aCoordinator())) {
            given(aPublishedProposal().referredTo("skopje"), new AcceptReferralSlice())
                    .when(other.onTheGround("They told me so"), new AcceptReferral(CASE, "r1"))
                    .isRefusedBy("TheRoleMustAllowIt");
        }
    }

    @Test
    void it_is_taken_on_once() {
        given(aPublishedProposal().referredTo("skopje").accepted(), new AcceptReferralSlice())
                .when(anOfficerOf("skopje"), new AcceptReferral(CASE, "r1"))
                .isRefusedBy(AcceptReferralSlice.AReferralIsAcceptedOnce.class);
    }

    @Test
    void a_person_says_of_nobody_that_they_took_it_on_before_it_was_delivered_and_a_source_may() {
        given(aPublishedProposal().on("2026-03-05").referredTo("skopje"), new AcceptReferralSlice())
                .when(
                        on("2026-03-04", anOfficerOf("skopje")).onTheGround("It says so in a letter."),
                        new AcceptReferral(CASE, "r1"))
                .isRefusedBy("OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay", "effectiveOn");
        given(aPublishedProposal().on("2026-03-05").referredTo("skopje"), new AcceptReferralSlice())
                .when(on("2026-03-04", anImport()), new AcceptReferral(CASE, "r1"))
                .records(new ReferralAccepted("r1"), moved(Stage.REFERRED, Stage.AWAITING_RESPONSE));
    }
}
