package org.openengagement.command.slices;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.StreamState;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * Makes Axon's command handlers of slices. A handler does what all slices need: it upholds the caller's role and day, loads
 * the stream, lets the slice decide, checks that it declares what it decided on, and records that.
 */
public final class SliceHandlers {

    private final Permissions permissions;

    public SliceHandlers(Permissions permissions) {
        this.permissions = permissions;
    }

    /** The handler of a slice that decides on a case. */
    public <C extends CaseCommand<?>> MessageHandler<CommandMessage<?>> of(CaseSlice<C> slice, Cases cases) {
        DeclaredSlice declared = DeclaredSlice.of(slice.getClass());
        return handler(
                declared,
                (C command, Caller caller) -> cases.change(
                        command.caseId(), caller, state -> declared.checked(slice.decide(command, state, caller))));
    }

    /** The handler of a slice that begins a case. */
    public <C extends CaseCommand<?>> MessageHandler<CommandMessage<?>> of(NewCaseSlice<C> slice, Cases cases) {
        DeclaredSlice declared = DeclaredSlice.of(slice.getClass());
        return handler(declared, (C command, Caller caller) -> {
            List<List<LedgerEvent>> steps = slice.begin(command, caller);
            steps.forEach(declared::checked);
            return cases.begin(command.caseId(), caller, steps);
        });
    }

    /** The handler of a slice that decides on a stream of another kind. */
    public <C extends Command<?>, S extends StreamState<S>> MessageHandler<CommandMessage<?>> of(
            StreamSlice<C, S> slice, StreamsOf<S> streams) {
        DeclaredSlice declared = DeclaredSlice.of(slice.getClass());
        return handler(
                declared,
                (C command, Caller caller) -> streams.change(
                        slice.stream(command), state -> declared.checked(slice.decide(command, state, caller))));
    }

    private <C> MessageHandler<CommandMessage<?>> handler(
            DeclaredSlice declared, BiFunction<C, Caller, Outcome> carryOut) {
        return message -> {
            @SuppressWarnings("unchecked") // the bus hands a handler the commands that it subscribed to
            C command = (C) declared.command().cast(message.getPayload());
            if (!(message.getMetaData().get(Caller.KEY) instanceof Caller caller)) {
                throw new IllegalStateException(
                        "%s came without a caller.".formatted(declared.command().getSimpleName()));
            }
            declared.uphold(permissions, caller);
            return carryOut.apply(command, caller);
        };
    }
}
