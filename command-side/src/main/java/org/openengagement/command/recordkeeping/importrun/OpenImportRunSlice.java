package org.openengagement.command.recordkeeping.importrun;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.slices.Slice;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;

/** Opens import runs. */
@Slice(roles = Role.ADMIN, events = ImportRunOpened.class)
final class OpenImportRunSlice implements StreamSlice<OpenImportRun, LedgerState> {

    @Override
    public String stream(OpenImportRun command) {
        return Streams.LEDGER;
    }

    @Override
    public LedgerState none() {
        return LedgerState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(OpenImportRun command, LedgerState state, Caller caller) {
        Rule.uphold(new ARunIsOpenedOnce(command.run(), state));
        return List.of(new ImportRunOpened(command.run(), command.name(), command.format(), command.sha256()));
    }

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
}
