package org.openengagement.command;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandler;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.NewReferences;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.LocalCommandBus;
import org.openengagement.command.register.LedgerRegister;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.roles.Today;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.CommandSlice;
import org.openengagement.command.slices.DeclaredSlice;
import org.openengagement.command.slices.DeclaredSlices;
import org.openengagement.command.slices.NewCaseSlice;
import org.openengagement.command.slices.SliceHandlers;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.command.streams.StreamState;
import org.openengagement.command.streams.StreamsOf;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The command side without Spring's context: every slice on one bus. {@code docs/slices.md} lists them. */
public final class CommandSide {

    private CommandSide() {}

    /**
     * A bus on which every slice listens.
     *
     * @param eventStore where streams are loaded from and events go to
     * @param today which day it is for the ledger
     * @param references makes fresh public references
     */
    public static CommandBus bus(EventStore eventStore, Today today, NewReferences references) {
        DefaultListableBeanFactory parts = new DefaultListableBeanFactory();
        parts.registerResolvableDependency(Register.class, new LedgerRegister(eventStore));
        parts.registerResolvableDependency(Today.class, today);
        parts.registerResolvableDependency(NewReferences.class, references);
        Wiring wiring = new Wiring(eventStore, new SliceHandlers(new Permissions(today)));
        Map<Class<?>, MessageHandler<CommandMessage<?>>> handlers = new HashMap<>();
        for (DeclaredSlice declared : DeclaredSlices.ofTheCommandSide().all()) {
            CommandSlice<?> slice = (CommandSlice<?>) parts.createBean(declared.type());
            handlers.put(declared.command(), wiring.handler(slice));
        }
        return LocalCommandBus.of(handlers);
    }

    /** Gives each slice its streams. Slices on streams of one kind share them, and so wait for each other on one stream. */
    private static final class Wiring {

        private final EventStore eventStore;
        private final SliceHandlers handlers;
        private final Cases cases;
        private final Map<StreamState<?>, StreamsOf<?>> streams = new HashMap<>();

        Wiring(EventStore eventStore, SliceHandlers handlers) {
            this.eventStore = eventStore;
            this.handlers = handlers;
            this.cases = Cases.in(eventStore);
        }

        MessageHandler<CommandMessage<?>> handler(CommandSlice<?> slice) {
            return switch (slice) {
                case CaseSlice<?> onACase -> handlers.of(onACase, cases);
                case NewCaseSlice<?> beginning -> handlers.of(beginning, cases);
                case StreamSlice<?, ?> onAStream -> ofAStream(onAStream);
            };
        }

        private <C extends Command<?>, S extends StreamState<S>> MessageHandler<CommandMessage<?>> ofAStream(
                StreamSlice<C, S> slice) {
            @SuppressWarnings("unchecked") // the state without events is the key
            StreamsOf<S> its = (StreamsOf<S>)
                    streams.computeIfAbsent(slice.none(), none -> StreamsOf.in(eventStore, slice.none()));
            return handlers.of(slice, its);
        }
    }
}
