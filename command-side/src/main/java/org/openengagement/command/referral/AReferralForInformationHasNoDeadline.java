package org.openengagement.command.referral;

import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralPurpose;

public record AReferralForInformationHasNoDeadline(ReferralPurpose purpose, boolean withDeadline, Role role)
        implements Rule {

    @Override
    public boolean isBroken() {
        return purpose == ReferralPurpose.INFORMATION && withDeadline && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "A referral for information owes no answer, so it takes no legal basis and no due day.";
    }
}
