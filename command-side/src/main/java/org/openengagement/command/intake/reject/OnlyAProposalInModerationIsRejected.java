package org.openengagement.command.intake.reject;

import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.followup.Stage;

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
