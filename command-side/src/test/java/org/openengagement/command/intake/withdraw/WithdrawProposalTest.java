package org.openengagement.command.intake.withdraw;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WithdrawProposalTest {

    @Test
    void a_citizen_takes_a_proposal_back_and_every_open_referral_ends() {
        given(aPublishedProposal().referredTo("skopje"), new WithdrawProposalSlice())
                .when(aCitizen(), new WithdrawProposal(CASE))
                .records(new ProposalWithdrawn(), moved(Stage.REFERRED, Stage.WITHDRAWN));
    }

    @Test
    void what_was_turned_away_is_not_taken_back() {
        given(aProposalInModeration().rejected(), new WithdrawProposalSlice())
                .when(aCitizen(), new WithdrawProposal(CASE))
                .isRefusedBy(WithdrawProposalSlice.OnlyALivingProposalIsWithdrawn.class);
    }

    @Test
    void nobody_else_takes_it_back() {
        given(aPublishedProposal(), new WithdrawProposalSlice())
                .when(aCoordinator(), new WithdrawProposal(CASE))
                .isRefusedBy("TheRoleMustAllowIt");
    }
}
