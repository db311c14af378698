package org.openengagement.command.response;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

public record OnlyTheInstitutionThatHoldsAReferralAnswersIt(ReferralState referral) implements Rule {

    @Override
    public boolean isBroken() {
        return !referral.isStillTheInstitutions();
    }

    @Override
    public String sentence() {
        return "Referral %s has ended: it is %s. It cannot be answered any more."
                .formatted(referral.number(), referral.status());
    }
}
