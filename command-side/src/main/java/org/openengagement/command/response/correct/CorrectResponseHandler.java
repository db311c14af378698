package org.openengagement.command.response.correct;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.OnlyTheAddressedInstitutionMayAct;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.response.AnInstitutionSaysSomething;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;

/** Records answers that take the place of others. */
public final class CorrectResponseHandler {

    private final Cases cases;
    private final Permissions permissions;

    public CorrectResponseHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(CorrectResponse command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.OFFICER);
        return cases.change(command.caseId(), caller, state -> {
            ResponseState response = state.response(command.response())
                    .orElseThrow(() ->
                            Refusal.notFound("response", "The case has no answer %s.".formatted(command.response())));
            ReferralState referral = Referrals.need(state, response.referral());
            ResponseKind kind = command.kind() == null ? response.kind() : command.kind();
            Rule.uphold(
                    new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()),
                    new OnlyAnAnswerInForceIsCorrected(response),
                    new ACorrectionLeavesTheReferralAsItEnded(response, kind),
                    new AnInstitutionSaysSomething(
                            command.text(), caller.actor().role()));
            return List.of(new ResponseCorrected(
                    referral.number(),
                    state.nextResponse(),
                    response.number(),
                    kind,
                    Wording.in(state).sealIfSaid(command.text())));
        });
    }
}
