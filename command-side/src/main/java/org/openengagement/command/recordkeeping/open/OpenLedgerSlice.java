package org.openengagement.command.recordkeeping.open;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.slices.EarlierDay;
import org.openengagement.command.slices.Slice;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/** Begins the ledger. */
@Slice(roles = Role.SYSTEM, earlierDay = EarlierDay.ANY, events = LedgerOpened.class)
final class OpenLedgerSlice implements StreamSlice<OpenLedger, LedgerState> {

    private static final String ENTRY_FORMAT = "oel-entry/v1";

    @Override
    public String stream(OpenLedger command) {
        return Streams.LEDGER;
    }

    @Override
    public LedgerState none() {
        return LedgerState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(OpenLedger command, LedgerState state, Caller caller) {
        Rule.uphold(new ALedgerIsOpenedOnce(state));
        return List.of(new LedgerOpened(
                command.origin(), command.zone(), command.languages(), ENTRY_FORMAT, command.verifierKey()));
    }

    record ALedgerIsOpenedOnce(LedgerState state) implements Rule {

        @Override
        public boolean isBroken() {
            return state.opened();
        }

        @Override
        public String sentence() {
            return "This ledger is open already.";
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.CONFLICT;
        }
    }
}
