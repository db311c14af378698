package org.openengagement.command.intake.publish;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalPublished;

/** Makes proposals public. */
@Slice(mutation = "publishProposal", roles = Role.COORDINATOR, events = ProposalPublished.class)
final class PublishProposalSlice implements CaseSlice<PublishProposal> {

    @Override
    public List<LedgerEvent> decide(PublishProposal command, CaseState state, Caller caller) {
        Rule.uphold(new OnlyAProposalInModerationIsPublished(state));
        return List.of(new ProposalPublished());
    }

    record OnlyAProposalInModerationIsPublished(CaseState state) implements Rule {

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
