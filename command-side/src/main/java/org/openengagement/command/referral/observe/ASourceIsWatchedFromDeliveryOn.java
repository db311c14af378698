package org.openengagement.command.referral.observe;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;

record ASourceIsWatchedFromDeliveryOn(ReferralState referral, LocalDate until, LocalDate today) implements Rule {

    @Override
    public boolean isBroken() {
        return until.isBefore(referral.deliveredOn()) || until.isAfter(today);
    }

    @Override
    public String sentence() {
        return "A source is watched from the day of delivery, %s, until today, %s; not until %s."
                .formatted(referral.deliveredOn(), today, until);
    }

    @Override
    public List<String> field() {
        return List.of("until");
    }
}
