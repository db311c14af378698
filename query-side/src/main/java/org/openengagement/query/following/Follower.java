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
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Hands every event to every local read model, in order. A batch is shown once all of it was taken in. Whatever fails is
 * thrown: the processor repeats the batch after a while, and never leaves an event out.
 */
final class Follower implements EventHandlerInvoker {

    private static final String SHOWN = Follower.class.getName();
    private static final int AT_ONCE = 1_000;
    private static final int A_FEW = 16;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final List<LocalReadModel> models;
    private final OpenedLedger ledger;
    private final Reached reached;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable RecordedEvent last;

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
            // A long way: what is taken in is shown, and made durable, on the way.
            show();
        }
    }

    private void take(RecordedEvent event) {
        models.forEach(model -> model.on(event));
        if (last == null || event.position() > last.position()) {
            last = event;
        }
    }

    /**
     * Takes in the rest of the commit that the last event is of. A batch can end inside one, though its entries became durable
     * together, at one instant: a case that was shown then would have been published, say, and still be in moderation.
     */
    private void takeTheRest() {
        List<RecordedEvent> rest = List.of();
        do {
            RecordedEvent end = last;
            rest = end == null || !mayBeGoneOnWith(end)
                    ? List.of()
                    : ledger.read(end.position() + 1, A_FEW).stream()
                            .takeWhile(next -> next.recordedAt().equals(end.recordedAt()))
                            .toList();
            rest.forEach(this::take);
        } while (rest.size() == A_FEW);
    }

    /** The stage that a command moved a case to is the last that it records. Elsewhere nothing is read from two events. */
    private static boolean mayBeGoneOnWith(RecordedEvent event) {
        return Streams.isProposal(event.envelope().stream()) && !(event.event() instanceof StatusChanged);
    }

    /** Brings a read model that was opened again back to where the others are, though no event may come. */
    synchronized void mend() {
        if (position() < reached.position()) {
            takeUpTo(reached.position() + 1);
        }
    }

    /** Shows what was taken in, and says so. */
    synchronized void show() {
        takeTheRest();
        models.forEach(LocalReadModel::show);
        reached.advanceTo(position(), last == null ? null : last.recordedAt());
    }
}
