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

/** Fills a ledger with whole cases of 20 events, three of them in a commit, as a busy ledger would hold them. */
public final class MadeLedger {

    private static final int WRITERS = 4;
    private static final int CASES_A_COMMIT = 3;

    private MadeLedger() {}

    /** Adds so many events, or up to 59 more. */
    public static void fill(MongoDatabase database, int events) {
        try (LedgerNode node = LedgerNode.in(database);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            int commitsEach = Math.ceilDiv(events, WRITERS * CASES_A_COMMIT * Happenings.EVENTS_OF_A_CASE);
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                written.add(writers.submit(() -> {
                    for (int commit = 0; commit < commitsEach; commit++) {
                        addACommit(node);
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

    private static void addACommit(LedgerNode node) {
        List<DomainEventMessage<LedgerEvent>> messages = new ArrayList<>();
        for (int number = 0; number < CASES_A_COMMIT; number++) {
            messages.addAll(new Case().applyAll(Happenings.ofACase()));
        }
        DefaultUnitOfWork.startAndGet(messages.getFirst())
                .execute(() -> node.eventStore().publish(messages));
    }
}
