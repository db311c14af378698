package org.openengagement.command.referral.decline;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.referral.ReferralDeclined;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeclineReferralTest {

    @Test
    void a_referral_turned_down_leaves_the_case_public() {
        given(aPublishedProposal().referredTo("skopje"), new DeclineReferralSlice())
                .when(anOfficerOf("skopje"), new DeclineReferral(CASE, "r1", "Not ours."))
                .records(new ReferralDeclined("r1", said("Not ours.")), moved(Stage.REFERRED, Stage.PUBLISHED));
    }

    @Test
    void what_was_turned_down_is_not_turned_down_again() {
        given(aPublishedProposal().referredTo("skopje").declined(), new DeclineReferralSlice())
                .when(anOfficerOf("skopje"), new DeclineReferral(CASE, "r1", "Not ours."))
                .isRefusedBy("OnlyAnOpenReferralIsActedOn");
    }
}
