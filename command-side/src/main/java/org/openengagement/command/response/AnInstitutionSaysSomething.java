package org.openengagement.command.response;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/**
 * An import may hold no text: the source keeps none, as of a debate that the House of Commons answered a petition with, or
 * erased it before its history was exported.
 */
public record AnInstitutionSaysSomething(@Nullable String text, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return text == null && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "The text is missing.";
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
