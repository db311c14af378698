package org.openengagement.command.intake.reject;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalRejected;

/** Turns proposals away. */
@Slice(mutation = "rejectProposal", roles = Role.COORDINATOR, events = ProposalRejected.class)
final class RejectProposalSlice implements CaseSlice<RejectProposal> {

    @Override
    public List<LedgerEvent> decide(RejectProposal command, CaseState state, Caller caller) {
        Rule.uphold(new OnlyAProposalInModerationIsRejected(state));
        return List.of(new ProposalRejected(command.code(), Wording.in(state).sealIfSaid(command.text())));
    }

    record OnlyAProposalInModerationIsRejected(CaseState state) implements Rule {

        @Override
        public boolean isBroken() {
            return state.stage() != Stage.IN_MODERATION;
        }

        @Override
        public String sentence() {
            return "The proposal is not in moderation any more: its stage is %s.".formatted(state.stage());
        }
    }
}
