package org.openengagement.command.intake.submit;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/** An import may hold no text: the source keeps none, or erased it before its history was exported. */
record AProposalSaysSomething(String text, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return text.isBlank() && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "text is empty.";
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.INVALID;
    }

    @Override
    public List<String> field() {
        return List.of("text");
    }
}
