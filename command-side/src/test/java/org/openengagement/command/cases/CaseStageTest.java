package org.openengagement.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openengagement.command.cases.CaseHistory.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.response.ResponseKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseStageTest {

    @Test
    void the_first_that_applies_is_the_stage() {
        assertThat(CaseState.NONE.stage()).isEqualTo(Stage.RECEIVED);
        assertStage(aProposalInModeration(), Stage.IN_MODERATION);
        assertStage(aProposalInModeration().rejected(), Stage.REJECTED);
        assertStage(aPublishedProposal(), Stage.PUBLISHED);
        assertStage(aPublishedProposal().referredForInformationTo("skopje"), Stage.PUBLISHED);
        assertStage(aPublishedProposal().referredTo("skopje"), Stage.REFERRED);
        assertStage(aPublishedProposal().referredTo("skopje").acknowledged(), Stage.AWAITING_RESPONSE);
        assertStage(aPublishedProposal().referredTo("skopje").accepted(), Stage.AWAITING_RESPONSE);
        assertStage(aPublishedProposal().referredTo("skopje").declined(), Stage.PUBLISHED);
        assertStage(aPublishedProposal().referredTo("skopje").answered(ResponseKind.REJECTED), Stage.ANSWERED);
        assertStage(
                aPublishedProposal()
                        .referredTo("skopje")
                        .answered(ResponseKind.ACCEPTED)
                        .referredTo("ohrid"),
                Stage.REFERRED);
        assertStage(aPublishedProposal().referredTo("skopje").answered(ResponseKind.NOT_COMPETENT), Stage.PUBLISHED);
        assertStage(aPublishedProposal().referredTo("skopje").closed(), Stage.CLOSED);
        assertStage(aPublishedProposal().referredTo("skopje").closed().answered(ResponseKind.ACCEPTED), Stage.CLOSED);
        assertStage(aPublishedProposal().referredTo("skopje").withdrawn(), Stage.WITHDRAWN);
    }

    @Test
    void a_correction_moves_neither_the_stage_nor_how_the_referral_ended() {
        for (ResponseKind first : ResponseKind.values()) {
            for (ResponseKind second : ResponseKind.values()) {
                CaseHistory history = aPublishedProposal().referredTo("skopje").answered(first);
                CaseState before = history.state();
                CaseState after = history.corrected(second).state();
                assertThat(after.referrals()).isEqualTo(before.referrals());
                if ((first == ResponseKind.NOT_COMPETENT) == (second == ResponseKind.NOT_COMPETENT)) {
                    assertThat(after.stage()).isEqualTo(before.stage());
                }
            }
        }
    }

    private static void assertStage(CaseHistory history, Stage stage) {
        assertThat(history.state().stage()).isEqualTo(stage);
        assertThat(history.state().recordedStage()).isEqualTo(stage);
    }
}
