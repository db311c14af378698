package org.openengagement.command.referral.accept;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

record AReferralIsAcceptedOnce(ReferralState referral) implements Rule {

    @Override
    public boolean isBroken() {
        return referral.accepted();
    }

    @Override
    public String sentence() {
        return "Referral %s was accepted before.".formatted(referral.number());
    }
}
