package org.openengagement.command.referral;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralCommand;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.ledger.events.LedgerEvent;

/** A slice that decides on one referral of a case. An officer acts on the referrals of their own institution only. */
public interface ReferralSlice<C extends ReferralCommand<?>> extends CaseSlice<C> {

    /**
     * What happens to the case.
     *
     * @param referral the referral that the command names
     * @return the events, in order; one at least
     * @throws Refusal if the command cannot be carried out on this state
     */
    List<LedgerEvent> decide(C command, ReferralState referral, CaseState state, Caller caller);

    @Override
    default List<LedgerEvent> decide(C command, CaseState state, Caller caller) {
        ReferralState referral = Referrals.need(state, command.referral());
        Rule.uphold(new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()));
        return decide(command, referral, state, caller);
    }
}
