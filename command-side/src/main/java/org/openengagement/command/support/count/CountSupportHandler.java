package org.openengagement.command.support.count;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.support.SupportCounted;

/** Takes over totals of supporters from sources; imports only. */
public final class CountSupportHandler {

    private final Cases cases;
    private final Permissions permissions;

    public CountSupportHandler(Cases cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(CountSupport command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller);
        return cases.change(command.caseId(), caller, state -> List.of(new SupportCounted(command.count())));
    }
}
