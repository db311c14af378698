package org.openengagement.command.followup.close;

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
import org.openengagement.ledger.events.followup.CaseClosed;

/** Closes cases. */
public final class CloseCaseHandler {

    private final Cases cases;
    private final Permissions permissions;

    public CloseCaseHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(CloseCase command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.COORDINATOR);
        return cases.change(command.caseId(), caller, state -> {
            Rule.uphold(
                    new OnlyAPublicCaseIsClosed(state),
                    new OnlyAnImportKnowsThatTheSourceClosed(
                            command.reason(), caller.actor().role()),
                    new NoCaseIsClosedWhileAnAnswerIsOwed(
                            state, command.reason(), caller.actor().role()));
            return List.of(new CaseClosed(command.reason(), Wording.in(state).sealIfSaid(command.text())));
        });
    }
}
