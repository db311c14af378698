package org.openengagement.command.response.publish;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.NoActPrecedesDelivery;
import org.openengagement.command.referral.OnlyTheAddressedInstitutionMayAct;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.response.AnInstitutionSaysSomething;
import org.openengagement.command.response.OnlyTheInstitutionThatHoldsAReferralAnswersIt;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.response.ResponsePublished;

/** Records answers. A referral may be answered again; the first answer is the one that its clock stopped at. */
public final class PublishResponseHandler {

    private final Cases cases;
    private final Permissions permissions;

    public PublishResponseHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(PublishResponse command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdActOfAnInstitution(caller);
        return cases.change(command.caseId(), caller, state -> {
            ReferralState referral = Referrals.need(state, command.referral());
            if (referral.status() == ReferralStatus.ANSWERED) {
                permissions.upholdToday(caller);
            }
            Rule.uphold(
                    new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()),
                    new OnlyTheInstitutionThatHoldsAReferralAnswersIt(referral),
                    new WhoAnsweredWasCompetent(referral, command.kind()),
                    new NoActPrecedesDelivery(referral, caller.effectiveOn()),
                    new AnInstitutionSaysSomething(
                            command.text(), caller.actor().role()));
            return List.of(new ResponsePublished(
                    referral.number(),
                    state.nextResponse(),
                    command.kind(),
                    Wording.in(state).sealIfSaid(command.text())));
        });
    }
}
