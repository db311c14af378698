package org.openengagement.command.register;

import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.register.InstitutionRegistered;

/** What the rules need to know of an institution: whether it is registered. */
public record InstitutionState(boolean registered) implements StreamState<InstitutionState> {

    public static final InstitutionState NONE = new InstitutionState(false);

    @Override
    public InstitutionState evolve(LedgerEvent event) {
        return switch (event) {
            case InstitutionRegistered registered -> new InstitutionState(true);
            default -> throw StreamState.foreign(event, "an institution");
        };
    }
}
