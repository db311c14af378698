package org.openengagement.command.referral.forward;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.referral.ReferralPurpose;

record AForwardedObligationKeepsADeadline(ReferralState referral, ForwardReferral command) implements Rule {

    @Override
    public boolean isBroken() {
        return referral.purpose() == ReferralPurpose.ANSWER
                && referral.dueOn() != null
                && referral.legalBasis() == null
                && command.legalBasis() == null
                && command.dueOn() == null;
    }

    @Override
    public String sentence() {
        return "Referral %s is due on %s. Say by which legal basis, or until when, %s is to answer."
                .formatted(referral.number(), referral.dueOn(), command.institution());
    }
}
