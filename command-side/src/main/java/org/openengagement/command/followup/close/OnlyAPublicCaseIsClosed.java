package org.openengagement.command.followup.close;

import java.util.Set;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.followup.Stage;

record OnlyAPublicCaseIsClosed(CaseState state) implements Rule {

    private static final Set<Stage> ENDS = Set.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.CLOSED);

    @Override
    public boolean isBroken() {
        return !state.facts().published() || ENDS.contains(state.stage());
    }

    @Override
    public String sentence() {
        return "Only a public case that has not ended can be closed: its stage is %s.".formatted(state.stage());
    }
}
