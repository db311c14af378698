package org.openengagement.command.referral.accept;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralAccepted;

/**
 * Records that institutions take referrals on, today. Nobody does it for them: others may record only that it arrived, and
 * what was answered.
 */
@Slice(mutation = "acceptReferral", roles = Role.OFFICER, events = ReferralAccepted.class)
final class AcceptReferralSlice implements ReferralSlice<AcceptReferral> {

    @Override
    public List<LedgerEvent> decide(AcceptReferral command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(new OnlyAnOpenReferralIsActedOn(referral), new AReferralIsAcceptedOnce(referral));
        return List.of(new ReferralAccepted(referral.number()));
    }

    record AReferralIsAcceptedOnce(ReferralState referral) implements Rule {

        @Override
        public boolean isBroken() {
            return referral.accepted();
        }

        @Override
        public String sentence() {
            return "Referral %s was accepted before.".formatted(referral.number());
        }
    }
}
