package org.openengagement.command.referral;

import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;

public record OnlyTheAddressedInstitutionMayAct(ReferralState referral, Actor actor) implements Rule {

    @Override
    public boolean isBroken() {
        return actor.role() == Role.OFFICER && !referral.institution().equals(actor.institution());
    }

    @Override
    public String sentence() {
        return "Referral %s was addressed to %s; only its officers act on it."
                .formatted(referral.number(), referral.institution());
    }
}
