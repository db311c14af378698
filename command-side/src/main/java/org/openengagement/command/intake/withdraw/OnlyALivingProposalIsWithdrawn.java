package org.openengagement.command.intake.withdraw;

import java.util.Set;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.followup.Stage;

record OnlyALivingProposalIsWithdrawn(CaseState state) implements Rule {

    private static final Set<Stage> ENDS = Set.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.CLOSED);

    @Override
    public boolean isBroken() {
        return ENDS.contains(state.stage());
    }

    @Override
    public String sentence() {
        return "There is nothing left to withdraw: the stage of the case is %s.".formatted(state.stage());
    }
}
