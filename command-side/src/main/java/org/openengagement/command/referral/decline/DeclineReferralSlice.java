package org.openengagement.command.referral.decline;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralDeclined;

/** Records that institutions turn referrals down. */
@Slice(mutation = "declineReferral", roles = Role.OFFICER, events = ReferralDeclined.class)
final class DeclineReferralSlice implements ReferralSlice<DeclineReferral> {

    @Override
    public List<LedgerEvent> decide(DeclineReferral command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(new OnlyAnOpenReferralIsActedOn(referral));
        return List.of(new ReferralDeclined(referral.number(), Wording.in(state).sealIfSaid(command.reason())));
    }
}
