package org.openengagement.command.cases;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Rule;

record NothingHappensToACaseBeforeItsSubmission(LocalDate effectiveOn, CaseState state) implements Rule {

    @Override
    public boolean isBroken() {
        return state.submittedOn() != null && effectiveOn.isBefore(state.submittedOn());
    }

    @Override
    public String sentence() {
        return "%s is before the case was submitted, on %s.".formatted(effectiveOn, state.submittedOn());
    }

    @Override
    public List<String> field() {
        return List.of("effectiveOn");
    }
}
