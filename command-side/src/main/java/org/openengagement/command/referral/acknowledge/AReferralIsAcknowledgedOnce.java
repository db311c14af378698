package org.openengagement.command.referral.acknowledge;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

record AReferralIsAcknowledgedOnce(ReferralState referral) implements Rule {

    @Override
    public boolean isBroken() {
        return referral.acknowledged();
    }

    @Override
    public String sentence() {
        return "Referral %s was acknowledged before.".formatted(referral.number());
    }
}
