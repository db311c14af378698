package org.openengagement.query.following;

import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;

/**
 * Hands every event to every local read model, in order. A batch is shown once all of it was taken in. Whatever fails is
 * thrown: the processor repeats the batch after a while, and never leaves an event out.
 */
final class Follower implements EventHandlerInvoker {

    private static final String SHOWN = Follower.class.getName();
    private static final int AT_ONCE = 1_000;

    private final List<LocalReadModel> models;
    private final OpenedLedger ledger;
    private final Reached reached;

    Follower(List<LocalReadModel> models, OpenedLedger ledger, Reached reached) {
        this.models = List.copyOf(models);
        this.ledger = ledger;
        this.reached = reached;
    }

    /** The last position that every read model has seen; -1 for none. */
    long position() {
        return models.stream().mapToLong(LocalReadModel::position).min().orElse(-1);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        on((RecordedEvent) Objects.requireNonNull(message.getMetaData().get(UnitMetaData.RECORDED)));
        CurrentUnitOfWork.get().getOrComputeResource(SHOWN, key -> {
            CurrentUnitOfWork.get().onPrepareCommit(batch -> show());
            return true;
        });
    }

    /** Takes in one event, and before it whatever a read model has not seen. */
    void on(RecordedEvent event) {
        for (long next = position() + 1; next < event.position(); next = position() + 1) {
            List<RecordedEvent> missed = ledger.read(next, (int) Math.min(AT_ONCE, event.position() - next));
            if (missed.isEmpty()) {
                throw new IllegalStateException(
                        "Event %d came, but the ledger does not show event %d.".formatted(event.position(), next));
            }
            missed.forEach(this::take);
        }
        take(event);
    }

    private void take(RecordedEvent event) {
        models.forEach(model -> model.on(event));
    }

    /** Shows what was taken in, and says so. */
    void show() {
        models.forEach(LocalReadModel::show);
        reached.advanceTo(position());
    }
}
