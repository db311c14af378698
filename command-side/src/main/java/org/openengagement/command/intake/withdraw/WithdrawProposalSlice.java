package org.openengagement.command.intake.withdraw;

import java.util.List;
import java.util.Set;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;

/** Takes proposals back. That the caller is the one who submitted it is checked before the command is sent. */
@Slice(roles = Role.CITIZEN, events = ProposalWithdrawn.class)
final class WithdrawProposalSlice implements CaseSlice<WithdrawProposal> {

    @Override
    public List<LedgerEvent> decide(WithdrawProposal command, CaseState state, Caller caller) {
        Rule.uphold(new OnlyALivingProposalIsWithdrawn(state));
        return List.of(new ProposalWithdrawn());
    }

    record OnlyALivingProposalIsWithdrawn(CaseState state) implements Rule {

        private static final Set<Stage> ENDS = Set.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.CLOSED);

        @Override
        public boolean isBroken() {
            return ENDS.contains(state.stage());
        }

        @Override
        public String sentence() {
            return "There is nothing left to withdraw: the stage of the case is %s.".formatted(state.stage());
        }
    }
}
