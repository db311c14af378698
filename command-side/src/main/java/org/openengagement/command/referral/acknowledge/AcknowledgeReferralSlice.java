package org.openengagement.command.referral.acknowledge;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.NoActPrecedesDelivery;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;

/** Records that referrals arrived. */
@Slice(
        mutation = "acknowledgeReferral",
        roles = {Role.OFFICER, Role.OPERATOR, Role.COORDINATOR},
        actOfAnInstitution = true,
        events = ReferralAcknowledged.class)
final class AcknowledgeReferralSlice implements ReferralSlice<AcknowledgeReferral> {

    @Override
    public List<LedgerEvent> decide(
            AcknowledgeReferral command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(
                new OnlyAnOpenReferralIsActedOn(referral),
                new AReferralIsAcknowledgedOnce(referral),
                new NoActPrecedesDelivery(referral, caller.effectiveOn()));
        return List.of(new ReferralAcknowledged(referral.number()));
    }

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
}
