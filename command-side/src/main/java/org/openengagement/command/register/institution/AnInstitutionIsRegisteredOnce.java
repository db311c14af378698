package org.openengagement.command.register.institution;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.InstitutionState;

record AnInstitutionIsRegisteredOnce(String slug, InstitutionState state) implements Rule {

    @Override
    public boolean isBroken() {
        return state.registered();
    }

    @Override
    public String sentence() {
        return "An institution is already registered as %s.".formatted(slug);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.CONFLICT;
    }

    @Override
    public List<String> field() {
        return List.of("slug");
    }
}
