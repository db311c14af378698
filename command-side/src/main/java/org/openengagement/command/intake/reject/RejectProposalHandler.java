package org.openengagement.command.intake.reject;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.ProposalRejected;

/** Turns proposals away. */
public final class RejectProposalHandler {

    private final Cases cases;
    private final Permissions permissions;

    public RejectProposalHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(RejectProposal command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.COORDINATOR);
        return cases.change(command.caseId(), caller, state -> {
            Rule.uphold(new OnlyAProposalInModerationIsRejected(state));
            return List.of(
                    new ProposalRejected(command.code(), Wording.in(state).sealIfSaid(command.text())));
        });
    }
}
