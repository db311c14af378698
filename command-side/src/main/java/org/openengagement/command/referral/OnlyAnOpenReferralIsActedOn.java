package org.openengagement.command.referral;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.dispatch.Rule;

public record OnlyAnOpenReferralIsActedOn(ReferralState referral) implements Rule {

    @Override
    public boolean isBroken() {
        return referral.status() != ReferralStatus.OPEN;
    }

    @Override
    public String sentence() {
        return "Referral %s is not open any more: it is %s.".formatted(referral.number(), referral.status());
    }
}
