package org.openengagement.ledger.store.appending;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Actors of whom only one acts at a time, until it is done or lets the others go first: so that all is in one order. They act on
 * the caller's thread, and on others only where one goes on before the one before it is done.
 */
final class Turns {

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Semaphore over = new Semaphore(0);
    private List<Actor> actors = List.of();
    private int acting;

    /** Lets all act, beginning with the first, and returns when all are done. */
    void take(List<Runnable> parts) {
        actors = parts.stream().map(Actor::new).toList();
        actFrom(0);
        over.acquireUninterruptibly();
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    /** Lets the next actor act who is not done yet, until it is this one's turn again. */
    void letOthersGoFirst() {
        int own = acting;
        int next = nextAfter(own);
        if (next < 0) {
            return;
        }
        if (actors.get(next).started) {
            acting = next;
            actors.get(next).turn.release();
        } else {
            Thread.ofVirtual().start(() -> actFrom(next));
        }
        actors.get(own).turn.acquireUninterruptibly();
    }

    private void actFrom(int first) {
        int next = first;
        while (next >= 0 && !actors.get(next).started) {
            acting = next;
            Actor actor = actors.get(next);
            actor.started = true;
            try {
                actor.part.run();
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            }
            actor.done = true;
            next = nextAfter(acting);
        }
        if (next >= 0) {
            acting = next;
            actors.get(next).turn.release();
        } else {
            over.release();
        }
    }

    /** The next who is not done; less than 0 where there is none other. */
    private int nextAfter(int number) {
        for (int step = 1; step < actors.size(); step++) {
            int next = (number + step) % actors.size();
            if (!actors.get(next).done) {
                return next;
            }
        }
        return -1;
    }

    private static final class Actor {

        private final Runnable part;
        private final Semaphore turn = new Semaphore(0);
        private boolean started;
        private boolean done;

        Actor(Runnable part) {
            this.part = part;
        }
    }
}
