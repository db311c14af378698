package org.openengagement.command.intake.reject;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.RejectionCode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RejectProposalTest {

    @Test
    void a_coordinator_turns_a_proposal_away_and_says_why() {
        given(aProposalInModeration(), new RejectProposalSlice())
                .when(aCoordinator(), new RejectProposal(CASE, RejectionCode.UNCLEAR, "What is meant?"))
                .records(
                        new ProposalRejected(RejectionCode.UNCLEAR, said("What is meant?")),
                        moved(Stage.IN_MODERATION, Stage.REJECTED));
    }

    @Test
    void a_public_proposal_is_not_turned_away() {
        given(aPublishedProposal(), new RejectProposalSlice())
                .when(aCoordinator(), new RejectProposal(CASE, RejectionCode.UNCLEAR, null))
                .isRefusedBy(RejectProposalSlice.OnlyAProposalInModerationIsRejected.class);
    }
}
