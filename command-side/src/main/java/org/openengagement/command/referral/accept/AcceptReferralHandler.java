package org.openengagement.command.referral.accept;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.OnlyTheAddressedInstitutionMayAct;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralAccepted;

/**
 * Records that institutions take referrals on, today. Nobody does it for them: what others may record is that it arrived, and
 * what was answered.
 */
public final class AcceptReferralHandler {

    private final Cases cases;
    private final Permissions permissions;

    public AcceptReferralHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(AcceptReferral command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.OFFICER);
        return cases.change(command.caseId(), caller, state -> {
            ReferralState referral = Referrals.need(state, command.referral());
            Rule.uphold(
                    new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()),
                    new OnlyAnOpenReferralIsActedOn(referral),
                    new AReferralIsAcceptedOnce(referral));
            return List.of(new ReferralAccepted(referral.number()));
        });
    }
}
