package org.openengagement.command.referral.forward;

import java.util.List;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

record AReferralIsForwardedToAnotherInstitution(ReferralState referral, String institution) implements Rule {

    @Override
    public boolean isBroken() {
        return referral.institution().equals(institution);
    }

    @Override
    public String sentence() {
        return "Referral %s is with %s already.".formatted(referral.number(), institution);
    }

    @Override
    public List<String> field() {
        return List.of("institution");
    }
}
