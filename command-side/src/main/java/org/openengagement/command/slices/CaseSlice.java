package org.openengagement.command.slices;

import java.util.List;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.LedgerEvent;

/** A slice that decides on the state of one case. */
public non-sealed interface CaseSlice<C extends CaseCommand<?>> extends CommandSlice<C> {

    /**
     * What happens to the case.
     *
     * @return the events, in order; one at least
     * @throws Refusal if the command cannot be carried out on this state
     */
    List<LedgerEvent> decide(C command, CaseState state, Caller caller);
}
