package org.openengagement.ledger.axon;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Hands the events from a position on to one reader, a page at a time. While the reader is busy with a full page, the next is
 * fetched already, so that the store, the parser and the reader work at the same time. For use by one thread at a time.
 */
final class PageTurner implements AutoCloseable {

    private final EventPages pages;
    private long next;
    private @Nullable Future<List<TrackedEventMessage<?>>> ahead;

    PageTurner(EventPages pages, long from) {
        this.pages = pages;
        this.next = from;
    }

    /**
     * The next page; empty at the head, from which it may be asked again. Where reading fails, the same page comes next.
     *
     * @throws RuntimeException what reading the page threw
     */
    List<TrackedEventMessage<?>> turn() {
        List<TrackedEventMessage<?>> page = ahead == null ? read(next) : fetched(ahead);
        if (page.isEmpty()) {
            return page;
        }
        next += page.size();
        if (page.size() == EventPages.EVENTS_A_PAGE) {
            long from = next;
            FutureTask<List<TrackedEventMessage<?>>> following = new FutureTask<>(() -> read(from));
            ahead = following;
            Thread.ofVirtual().name("ledger-page-ahead").start(following);
        }
        return page;
    }

    /** What was fetched is looked for again where there was nothing: by now there may be. */
    private List<TrackedEventMessage<?>> fetched(Future<List<TrackedEventMessage<?>>> fetching) {
        ahead = null;
        try {
            List<TrackedEventMessage<?>> page = fetching.get();
            return page.isEmpty() ? read(next) : page;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("The next events were waited for no longer.", interrupted);
        }
    }

    private List<TrackedEventMessage<?>> read(long position) {
        return pages.from(position).stream()
                .<TrackedEventMessage<?>>map(EventMessages::atItsPosition)
                .toList();
    }

    /** What is still being fetched is not waited for. */
    @Override
    public void close() {
        if (ahead != null) {
            ahead.cancel(false);
            ahead = null;
        }
    }
}
