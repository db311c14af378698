package org.openengagement.benchmarks.cases;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.ledger.events.LedgerEvent;

/** Fills a ledger with whole cases of 20 events. */
public final class MadeLedger {

    private static final int WRITERS = 4;

    /** As many as a commit of a busy ledger would hold. */
    private static final int CASES_A_COMMIT = 3;

    /** As many as a large import puts into one command. */
    private static final int CASES_OF_AN_IMPORT = 30;

    private MadeLedger() {}

    /** Adds so many events or a few more, in commits as a busy ledger would hold them. */
    public static void fill(MongoDatabase database, int events) {
        fill(database, events, CASES_A_COMMIT);
    }

    /** Adds so many events or some hundreds more in large commits, which takes a small part of the time. */
    public static void fillQuickly(MongoDatabase database, int events) {
        fill(database, events, CASES_OF_AN_IMPORT);
    }

    private static void fill(MongoDatabase database, int events, int cases) {
        try (LedgerNode node = LedgerNode.in(database);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            int commitsEach = Math.ceilDiv(events, WRITERS * cases * Happenings.EVENTS_OF_A_CASE);
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                written.add(writers.submit(() -> {
                    for (int commit = 0; commit < commitsEach; commit++) {
                        addACommit(node, cases);
                    }
                }));
            }
            for (Future<?> each : written) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("The ledger could not be filled.", failed);
        }
    }

    private static void addACommit(LedgerNode node, int cases) {
        List<DomainEventMessage<LedgerEvent>> messages = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            messages.addAll(new Case().applyAll(Happenings.ofACase()));
        }
        DefaultUnitOfWork.startAndGet(messages.getFirst())
                .execute(() -> node.eventStore().publish(messages));
    }
}
