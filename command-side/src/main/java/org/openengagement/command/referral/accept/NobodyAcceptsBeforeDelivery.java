package org.openengagement.command.referral.accept;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/** Of the days of a source, only an acknowledgement and an answer must not precede the delivery. */
record NobodyAcceptsBeforeDelivery(ReferralState referral, LocalDate effectiveOn, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return effectiveOn.isBefore(referral.deliveredOn()) && role != Role.IMPORT;
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
