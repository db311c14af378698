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
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;

/** Closes import runs. */
@Slice(roles = Role.ADMIN, events = ImportRunClosed.class)
final class CloseImportRunSlice implements StreamSlice<CloseImportRun, LedgerState> {

    @Override
    public String stream(CloseImportRun command) {
        return Streams.LEDGER;
    }

    @Override
    public LedgerState none() {
        return LedgerState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(CloseImportRun command, LedgerState state, Caller caller) {
        Rule.uphold(new OnlyAnOpenRunIsClosed(command.run(), state));
        return List.of(new ImportRunClosed(command.run(), command.accepted(), command.refused()));
    }

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
}
