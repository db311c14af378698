package org.openengagement.command.intake.withdraw;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;

/** Takes proposals back. That the caller is the one who submitted it is checked before the command is sent. */
public final class WithdrawProposalHandler {

    private final Cases cases;
    private final Permissions permissions;

    public WithdrawProposalHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(WithdrawProposal command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.CITIZEN);
        return cases.change(command.caseId(), caller, state -> {
            Rule.uphold(new OnlyALivingProposalIsWithdrawn(state));
            return List.of(new ProposalWithdrawn());
        });
    }
}
