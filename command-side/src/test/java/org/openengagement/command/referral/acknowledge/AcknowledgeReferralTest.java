package org.openengagement.command.referral.acknowledge;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AcknowledgeReferralTest {

    @Test
    void an_officer_of_the_institution_confirms_that_it_arrived() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("skopje"), new AcknowledgeReferral(CASE, "r1"))
                .records(new ReferralAcknowledged("r1"), moved(Stage.REFERRED, Stage.AWAITING_RESPONSE));
    }

    @Test
    void an_officer_of_another_does_not() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("ohrid"), new AcknowledgeReferral(CASE, "r1"))
                .isRefusedBy("OnlyTheAddressedInstitutionMayAct");
    }

    @Test
    void it_is_confirmed_once() {
        whileIt(aPublishedProposal().referredTo("skopje").acknowledged())
                .when(anOfficerOf("skopje"), new AcknowledgeReferral(CASE, "r1"))
                .isRefusedBy(AcknowledgeReferralSlice.AReferralIsAcknowledgedOnce.class);
    }

    @Test
    void an_officer_claims_no_earlier_day() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(on("2026-03-09", anOfficerOf("skopje")), new AcknowledgeReferral(CASE, "r1"))
                .isRefusedBy("OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay");
    }

    @Test
    void nothing_is_confirmed_before_it_was_delivered() {
        whileIt(aPublishedProposal().on("2026-03-05").referredTo("skopje"))
                .when(on("2026-03-04", anImport()), new AcknowledgeReferral(CASE, "r1"))
                .isRefusedBy("NoActPrecedesDelivery", "effectiveOn");
    }

    @Test
    void a_referral_that_there_is_not_is_named() {
        whileIt(aPublishedProposal())
                .when(anOfficerOf("skopje"), new AcknowledgeReferral(CASE, "r1"))
                .isRefusedAs(RefusalCode.NOT_FOUND, "referral");
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new AcknowledgeReferralSlice());
    }
}
