package org.openengagement.command.referral.refer;

import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/**
 * A source's closing may end less than ours does: a petition that is closed for signatures can still be debated, which a later
 * state of its row tells, and an import records.
 */
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
