package org.openengagement.command.intake.submit;

import java.util.List;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Channel;

record OnlyAnImportHasASource(SubmitProposal command, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return role != Role.IMPORT
                && (command.source() != null || command.channel() == Channel.IMPORT || command.reference() != null);
    }

    @Override
    public String sentence() {
        return "Only an import names a source, the channel IMPORT or a reference of its own.";
    }

    @Override
    public List<String> field() {
        return List.of(command.source() != null ? "source" : command.reference() != null ? "reference" : "channel");
    }
}
