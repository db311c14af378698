package org.openengagement.command.referral.observe;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.events.referral.ReferralObserved;

/** Records until when sources of imported history were watched; imports only. */
public final class ObserveReferralHandler {

    private final Cases cases;
    private final Permissions permissions;
    private final Today today;

    public ObserveReferralHandler(Cases cases, Permissions permissions, Today today) {
        this.cases = cases;
        this.permissions = permissions;
        this.today = today;
    }

    @CommandHandler
    Outcome handle(ObserveReferral command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller);
        return cases.change(command.caseId(), caller, state -> {
            ReferralState referral = Referrals.need(state, command.referral());
            Rule.uphold(new NoSourceIsWatchedInTheFuture(command.until(), today.today()));
            return List.of(new ReferralObserved(referral.number(), command.until()));
        });
    }
}
