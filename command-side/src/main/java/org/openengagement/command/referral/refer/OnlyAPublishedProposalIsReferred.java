package org.openengagement.command.referral.refer;

import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;

record OnlyAPublishedProposalIsReferred(CaseState state) implements Rule {

    @Override
    public boolean isBroken() {
        return !state.facts().published();
    }

    @Override
    public String sentence() {
        return "The proposal is not public yet. It is published first, and then referred.";
    }
}
