package org.openengagement.ledger.store.waiting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The result of something that one thread does while another waits for it. The first result counts. */
public final class Reply<T> {

    private final CompletableFuture<T> answer = new CompletableFuture<>();

    /** Tells the caller what it was waiting for. */
    public void succeed(T value) {
        answer.complete(value);
    }

    /** Tells the caller why it came to nothing. */
    public void fail(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }

    /** Waits for the result, and keeps an interrupt for later: the work may be done already, and then the caller must learn it. */
    public T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException wait) {
                    interrupted = true;
                } catch (ExecutionException refused) {
                    throw refused.getCause() instanceof RuntimeException reason
                            ? reason
                            : new IllegalStateException(refused.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
