package org.openengagement.command.followup.close;

import java.util.List;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.CloseReason;

record OnlyAnImportKnowsThatTheSourceClosed(CloseReason reason, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return reason == CloseReason.SOURCE_CLOSED && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "Only an import records that the source of a case closed it.";
    }

    @Override
    public List<String> field() {
        return List.of("reason");
    }
}
