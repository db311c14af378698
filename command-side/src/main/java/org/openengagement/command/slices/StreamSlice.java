package org.openengagement.command.slices;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * A slice that decides on the state of a stream which is no case, or begins it.
 *
 * @param <S> the state
 */
public non-sealed interface StreamSlice<C extends Command<?>, S extends StreamState<S>> extends CommandSlice<C> {

    /** The name of the stream that a command concerns. */
    String stream(C command);

    /** The state of a stream without events; the same for all slices on streams of one kind. */
    S none();

    /**
     * What happens to the stream.
     *
     * @return the events, in order; one at least
     * @throws Refusal if the command cannot be carried out on this state
     */
    List<LedgerEvent> decide(C command, S state, Caller caller);
}
