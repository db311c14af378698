package org.openengagement.command.slices;

import java.util.List;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.LedgerEvent;

/** A slice that begins a case. */
public non-sealed interface NewCaseSlice<C extends CaseCommand<?>> extends CommandSlice<C> {

    /**
     * What happens to the case first.
     *
     * @return the steps, in order, all recorded in one commit; after each the stage of the case is recorded
     * @throws Refusal if the command cannot be carried out
     */
    List<List<LedgerEvent>> begin(C command, Caller caller);
}
