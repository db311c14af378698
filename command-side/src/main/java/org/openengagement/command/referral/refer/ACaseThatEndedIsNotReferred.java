package org.openengagement.command.referral.refer;

import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record ACaseThatEndedIsNotReferred(CaseState state, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return state.facts().withdrawn()
                || state.facts().rejected()
                || (state.facts().closed() && role != Role.IMPORT);
    }

    @Override
    public String sentence() {
        return "The case has ended: its stage is %s.".formatted(state.stage());
    }
}
