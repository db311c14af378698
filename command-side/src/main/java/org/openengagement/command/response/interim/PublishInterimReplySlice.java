package org.openengagement.command.response.interim;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.response.AnInstitutionSaysSomething;
import org.openengagement.command.response.OnlyTheInstitutionThatHoldsAReferralAnswersIt;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.response.InterimReplyPublished;

/** Records replies that are not yet answers. */
@Slice(mutation = "publishInterimReply", roles = Role.OFFICER, events = InterimReplyPublished.class)
final class PublishInterimReplySlice implements ReferralSlice<PublishInterimReply> {

    @Override
    public List<LedgerEvent> decide(
            PublishInterimReply command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(
                new OnlyTheInstitutionThatHoldsAReferralAnswersIt(referral),
                new AnInstitutionSaysSomething(command.text(), caller.actor().role()));
        return List.of(
                new InterimReplyPublished(referral.number(), Wording.in(state).sealIfSaid(command.text())));
    }
}
