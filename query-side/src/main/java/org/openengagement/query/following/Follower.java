package org.openengagement.query.following;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Hands every event to every local read model, in order. A batch is shown once all of it was taken in. Whatever fails is
 * thrown: the processor repeats the batch after a while, and never leaves an event out.
 */
final class Follower implements EventHandlerInvoker {

    private static final String SHOWN = Follower.class.getName();
    private static final int AT_ONCE = 1_000;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final List<LocalReadModel> models;
    private final OpenedLedger ledger;
    private final ReachedPosition reached;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable RecordedEvent newest;

    Follower(List<LocalReadModel> models, OpenedLedger ledger, ReachedPosition reached) {
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
        RecordedEvent event =
                (RecordedEvent) Objects.requireNonNull(message.getMetaData().get(UnitMetaData.RECORDED));
        patiently(() -> on(event));
        CurrentUnitOfWork.get().getOrComputeResource(SHOWN, key -> {
            CurrentUnitOfWork.get().onPrepareCommit(batch -> patiently(this::show));
            return true;
        });
    }

    /** Tries again until the ledger answers; Axon itself would wait ever longer, and be late when it does. */
    private void patiently(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (LedgerUnavailableException away) {
                awaitNextTry(away);
            }
        }
    }

    private void awaitNextTry(LedgerUnavailableException away) {
        try {
            if (stopped.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                throw away;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }

    /** Waits for nothing any more. */
    void stop() {
        stopped.countDown();
    }

    /** Takes in one event, and before it whatever a read model has not seen. */
    synchronized void on(RecordedEvent event) {
        takeUpTo(event.position());
        take(event);
    }

    private void takeUpTo(long end) {
        for (long next = position() + 1; next < end; next = position() + 1) {
            List<RecordedEvent> missed = ledger.read(next, (int) Math.min(AT_ONCE, end - next));
            if (missed.isEmpty()) {
                throw new IllegalStateException(
                        "Position %d was reached, but the ledger does not show event %d.".formatted(end, next));
            }
            missed.forEach(this::take);
            takeTheUnitOf(missed.getLast());
            // A long way: what is taken in is shown, and made durable, on the way.
            show();
        }
    }

    private void take(RecordedEvent event) {
        models.forEach(model -> model.on(event));
        if (newest == null || event.position() > newest.position()) {
            newest = event;
        }
    }

    /**
     * Takes in what the command of an event recorded after it. A batch can end inside a unit, though its entries became durable
     * together: a case that was shown then would have been published, say, and still be in moderation.
     */
    private void takeTheUnitOf(RecordedEvent event) {
        RecordedEvent end = event;
        while (!end.endsItsUnit()) {
            List<RecordedEvent> rest =
                    ledger.read(end.position() + 1, (int) Math.min(AT_ONCE, end.lastOfUnit() - end.position()));
            if (rest.isEmpty()) {
                throw new IllegalStateException(
                        "The command of event %d recorded events up to %d, of which the ledger does not show %d."
                                .formatted(end.position(), end.lastOfUnit(), end.position() + 1));
            }
            rest.forEach(this::take);
            end = rest.getLast();
        }
    }

    /** Brings a read model that was opened again back to where the others are, though no event may come. */
    synchronized void mend() {
        if (position() < reached.position()) {
            takeUpTo(reached.position() + 1);
        }
    }

    /** Shows what was taken in, and says so. */
    synchronized void show() {
        if (newest != null) {
            takeTheUnitOf(newest);
        }
        models.forEach(LocalReadModel::show);
        reached.advanceTo(position(), newest == null ? null : newest.recordedAt());
    }
}
