package org.openengagement.command.recordkeeping.importrun;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;

record ARunIsOpenedOnce(String run, LedgerState state) implements Rule {

    @Override
    public boolean isBroken() {
        return state.openRuns().contains(run) || state.closedRuns().contains(run);
    }

    @Override
    public String sentence() {
        return "Import run %s was opened before.".formatted(run);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.CONFLICT;
    }

    @Override
    public List<String> field() {
        return List.of("run");
    }
}
