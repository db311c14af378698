package org.openengagement.command.register.legalbasis;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.LegalBasisState;

record ALegalBasisIsEnactedOnce(String basis, LegalBasisState state) implements Rule {

    @Override
    public boolean isBroken() {
        return state.enacted().isPresent();
    }

    @Override
    public String sentence() {
        return "A legal basis is already enacted as %s. A law that changed needs a code of its own.".formatted(basis);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.CONFLICT;
    }

    @Override
    public List<String> field() {
        return List.of("code");
    }
}
