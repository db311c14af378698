package org.openengagement.command.cases;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.streams.Repositories;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.intake.ProposalPublished;

/** All cases: a slice says what it decides on the state of one, and the events are recorded on its stream. */
public final class Cases {

    private final Repository<ProposalCase> repository;

    public Cases(Repository<ProposalCase> repository) {
        this.repository = repository;
    }

    /** The cases that an event store holds. */
    public static Cases in(EventStore eventStore) {
        return new Cases(Repositories.of(eventStore, Repositories.factory(ProposalCase.class, ProposalCase::new)));
    }

    /** Begins a case with what happens to it first, step by step, all in one commit. */
    public Outcome begin(String caseId, Caller caller, List<List<LedgerEvent>> steps) {
        String stream = Streams.proposal(caseId);
        return Repositories.create(repository, () -> new ProposalCase(stream))
                .invoke(proposalCase -> new Outcome(
                        stream,
                        steps.stream()
                                .flatMap(step -> proposalCase.record(step, caller.ground()).stream())
                                .toList()));
    }

    /**
     * Records what a slice decides on the state of a case.
     *
     * @throws Refusal if there is no such case, or the slice refuses
     */
    public Outcome change(String caseId, Caller caller, Function<CaseState, List<LedgerEvent>> decide) {
        Aggregate<ProposalCase> loaded;
        try {
            loaded = repository.load(Streams.proposal(caseId));
        } catch (AggregateNotFoundException none) {
            throw Refusal.notFound("reference", "The ledger holds no such case.");
        }
        return loaded.invoke(proposalCase -> {
            CaseState state = proposalCase.state();
            Rule.uphold(new NothingHappensToACaseBeforeItsSubmission(caller.effectiveOn(), state));
            List<LedgerEvent> decided = decide.apply(caller.presumesPublication() ? published(state, caller) : state);
            return new Outcome(loaded.identifierAsString(), proposalCase.record(decided, caller.ground()));
        });
    }

    private static CaseState published(CaseState state, Caller caller) {
        return state.evolve(new ProposalPublished(), caller.effectiveOn());
    }
}
