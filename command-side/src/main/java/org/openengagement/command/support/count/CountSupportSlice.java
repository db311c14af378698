package org.openengagement.command.support.count;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.support.SupportCounted;

/** Takes over totals of supporters from sources; imports only. */
@Slice(
        roles = {},
        events = SupportCounted.class)
final class CountSupportSlice implements CaseSlice<CountSupport> {

    @Override
    public List<LedgerEvent> decide(CountSupport command, CaseState state, Caller caller) {
        return List.of(new SupportCounted(command.count()));
    }
}
