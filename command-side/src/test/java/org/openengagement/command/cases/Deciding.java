package org.openengagement.command.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.LocalCommandBus;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.CommandSlice;
import org.openengagement.command.slices.DeclaredSlice;
import org.openengagement.command.slices.NewCaseSlice;
import org.openengagement.command.slices.SliceHandlers;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.command.streams.Repositories;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.command.streams.StreamState;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.StatusChanged;

/** Given a history, when somebody gives a command, then: Axon's fixture in the words of the tests. */
public final class Deciding<T> {

    private static final SliceHandlers HANDLERS = new SliceHandlers(new Permissions(() -> Callers.TODAY));

    private final AggregateTestFixture<T> fixture;
    private final List<?> given;

    private Deciding(AggregateTestFixture<T> fixture, List<?> given) {
        this.fixture = fixture;
        this.given = given;
    }

    /** A case with a history, and the slice that decides on it. */
    public static Deciding<ProposalCase> given(CaseHistory history, CaseSlice<?> slice) {
        return onCases(slice, cases -> HANDLERS.of(slice, cases), history.events());
    }

    /** No case at all. */
    public static Deciding<ProposalCase> givenNoCase(CaseSlice<?> slice) {
        return onCases(slice, cases -> HANDLERS.of(slice, cases), List.of());
    }

    /** No case at all, and the slice that begins one. */
    public static Deciding<ProposalCase> givenNoCase(NewCaseSlice<?> slice) {
        return onCases(slice, cases -> HANDLERS.of(slice, cases), List.of());
    }

    /** A stream with a history, and the slice that decides on it. */
    public static <C extends Command<?>, S extends StreamState<S>> Deciding<StreamOf<S>> onStream(
            StreamSlice<C, S> slice, List<?> history) {
        return on(
                StreamsOf.factory(slice.none()),
                slice,
                repository -> HANDLERS.of(slice, new StreamsOf<>(repository, slice.none())),
                history);
    }

    private static Deciding<ProposalCase> onCases(
            CommandSlice<?> slice, Function<Cases, MessageHandler<CommandMessage<?>>> handler, List<?> history) {
        return on(
                Repositories.factory(ProposalCase.class, ProposalCase::new),
                slice,
                repository -> handler.apply(new Cases(repository)),
                history);
    }

    private static <T> Deciding<T> on(
            AggregateFactory<T> factory,
            CommandSlice<?> slice,
            Function<Repository<T>, MessageHandler<CommandMessage<?>>> handler,
            List<?> history) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(factory.getAggregateType());
        fixture.registerAggregateFactory(factory);
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(LocalCommandBus.unitMetaData()));
        fixture.registerIgnoredField(StatusChanged.class, "cause");
        fixture.registerIgnoredField(GroundGiven.class, "event");
        fixture.registerCommandHandler(
                DeclaredSlice.of(slice.getClass()).command(), handler.apply(fixture.getRepository()));
        return new Deciding<>(fixture, history);
    }

    public Decided when(Caller caller, Command<?> command) {
        TestExecutor<T> ready = given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given);
        return new Decided(ready.when(
                command,
                Map.of(
                        Caller.KEY,
                        caller,
                        UnitMetaData.ACTOR,
                        caller.actor(),
                        UnitMetaData.EFFECTIVE_ON,
                        caller.effectiveOn())));
    }
}
