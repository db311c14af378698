package org.openengagement.command.streams;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Axon's repositories as this side uses them: an aggregate is made from the name of its stream, there are no snapshots,
 * and the commands of one stream wait for each other within this process.
 */
public final class Repositories {

    private Repositories() {}

    /** The aggregates that an event store holds. */
    public static <T> Repository<T> of(EventStore eventStore, AggregateFactory<T> factory) {
        return EventSourcingRepository.builder(factory.getAggregateType())
                .eventStore(eventStore)
                .aggregateFactory(factory)
                .build();
    }

    /** How an aggregate is made from the name of its stream. */
    public static <T> AggregateFactory<T> factory(Class<T> type, Function<String, T> fromStream) {
        return new AbstractAggregateFactory<>(type) {
            @Override
            @SuppressWarnings("rawtypes") // Axon declares it so
            protected T doCreateAggregate(String stream, DomainEventMessage first) {
                return fromStream.apply(stream);
            }
        };
    }

    /** A new aggregate, whose first events the unit of work will append. */
    public static <T> Aggregate<T> create(Repository<T> repository, Supplier<T> fresh) {
        return made(() -> repository.newInstance(fresh::get));
    }

    /** An aggregate as its stream has it, or a new one where there is no stream. */
    public static <T> Aggregate<T> loadOrCreate(
            Repository<T> repository, String stream, Function<String, T> fromStream) {
        return made(() -> repository.loadOrCreate(stream, () -> fromStream.apply(stream)));
    }

    /** Axon declares any exception, since whatever makes an aggregate might throw one; ours cannot. */
    private static <T> Aggregate<T> made(Callable<Aggregate<T>> making) {
        try {
            return making.call();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception undeclared) {
            throw new IllegalStateException("Making an aggregate threw what it cannot throw", undeclared);
        }
    }
}
