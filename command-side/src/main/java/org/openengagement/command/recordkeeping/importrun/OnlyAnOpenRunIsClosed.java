package org.openengagement.command.recordkeeping.importrun;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;

record OnlyAnOpenRunIsClosed(String run, LedgerState state) implements Rule {

    @Override
    public boolean isBroken() {
        return !state.openRuns().contains(run);
    }

    @Override
    public String sentence() {
        return "Import run %s is not open.".formatted(run);
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
