package org.openengagement.ledger.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What became of something that a caller waits for while another thread does it. The first answer counts. */
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

    /** Waits for the answer, whoever interrupts: it may be done already, and then the caller must learn it. */
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
