package org.openengagement.command.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.LocalCommandBus;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.Repositories;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.command.streams.StreamState;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.StatusChanged;

/** Given a history, when somebody gives a command, then: Axon's fixture in the words of the tests. */
public final class Deciding<T> {

    private final AggregateTestFixture<T> fixture;
    private final List<?> given;

    private Deciding(AggregateTestFixture<T> fixture, List<?> given) {
        this.fixture = fixture;
        this.given = given;
    }

    /** A case with a history; the handler is made of the cases and the permissions of the tests. */
    public static Deciding<ProposalCase> given(CaseHistory history, Function<Cases, Object> handler) {
        return on(
                Repositories.factory(ProposalCase.class, ProposalCase::new),
                repository -> handler.apply(new Cases(repository)),
                history.events());
    }

    /** No case at all. */
    public static Deciding<ProposalCase> givenNoCase(Function<Cases, Object> handler) {
        return on(
                Repositories.factory(ProposalCase.class, ProposalCase::new),
                repository -> handler.apply(new Cases(repository)),
                List.of());
    }

    /** A stream with a history; the handler is made of the streams of its kind. */
    public static <S extends StreamState<S>> Deciding<StreamOf<S>> onStream(
            S none, Function<StreamsOf<S>, Object> handler, List<?> history) {
        return on(StreamsOf.factory(none), repository -> handler.apply(new StreamsOf<>(repository, none)), history);
    }

    private static <T> Deciding<T> on(
            AggregateFactory<T> factory, Function<Repository<T>, Object> handler, List<?> history) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(factory.getAggregateType());
        fixture.registerAggregateFactory(factory);
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(LocalCommandBus.unitMetaData()));
        fixture.registerIgnoredField(StatusChanged.class, "cause");
        fixture.registerIgnoredField(GroundGiven.class, "event");
        fixture.registerAnnotatedCommandHandler(handler.apply(fixture.getRepository()));
        return new Deciding<>(fixture, history);
    }

    public static Permissions permissions() {
        return new Permissions(() -> Callers.TODAY);
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
