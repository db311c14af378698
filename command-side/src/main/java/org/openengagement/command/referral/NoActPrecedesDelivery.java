package org.openengagement.command.referral;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

public record NoActPrecedesDelivery(ReferralState referral, LocalDate effectiveOn) implements Rule {

    @Override
    public boolean isBroken() {
        return effectiveOn.isBefore(referral.deliveredOn());
    }

    @Override
    public String sentence() {
        return "%s is before the referral was delivered, on %s.".formatted(effectiveOn, referral.deliveredOn());
    }

    @Override
    public List<String> field() {
        return List.of("effectiveOn");
    }
}
