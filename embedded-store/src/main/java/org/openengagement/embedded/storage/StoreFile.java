package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * One file of the store. A change is answered when the file's system has said that its bytes are on disk, and no reader
 * sees it before. Changes that wait at the same time are made durable together.
 */
public final class StoreFile implements AutoCloseable {

    private final FilePath path;
    private final InstantSource clock;
    private final LongAdder visits;
    private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock(true);
    private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
    private MVStore store;
    private Catalog catalog;
    private @Nullable DamagedStoreException failure;

    private StoreFile(FilePath path, InstantSource clock, LongAdder visits) {
        this.path = path;
        this.clock = clock;
        this.visits = visits;
        this.store = openStore(path);
        this.catalog = new Catalog(store, clock, visits);
    }

    /**
     * Opens a file, making it if it does not exist.
     *
     * @param path in H2's notation: a plain path, or one with the prefix of another file layer
     * @param visits counts the documents that are read
     * @throws DamagedStoreException if it is not a whole store
     */
    public static StoreFile open(String path, InstantSource clock, LongAdder visits) {
        FileRewrite.discardUnfinished(FilePath.get(path));
        return new StoreFile(FilePath.get(path), clock, visits);
    }

    /** Looks at what is durable. */
    public <R> R read(Function<Catalog, R> look) {
        turns.readLock().lock();
        try {
            refuseIfFailed();
            return look.apply(catalog);
        } finally {
            turns.readLock().unlock();
        }
    }

    /**
     * Makes a change, and returns when it is durable.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError as the change throws it, before it touched anything
     * @throws DamagedStoreException if the file could not be written; it is not written to again
     */
    public <R extends @Nullable Object> R write(Function<Catalog, R> work) {
        Change<R> change = new Change<>(work);
        waiting.add(change);
        turns.writeLock().lock();
        try {
            if (!change.isMade()) {
                makeAllThatWait();
            }
        } finally {
            turns.writeLock().unlock();
        }
        return change.outcome();
    }

    /** Since when the file may hold bytes of documents that were erased. */
    public Optional<Instant> erasedSince() {
        return read(Catalog::erasedSince);
    }

    /** Copies what is still there into a new file that takes this one's place, so that erased bytes are gone. */
    public void rewrite() {
        turns.writeLock().lock();
        try {
            refuseIfFailed();
            FilePath copy = FileRewrite.copy(store, path);
            store.closeImmediately();
            FileRewrite.putInPlace(copy, path);
            store = openStore(path);
            catalog = new Catalog(store, clock, visits);
        } finally {
            turns.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        turns.writeLock().lock();
        try {
            if (failure == null) {
                failure = new DamagedStoreException("The store is closed.");
                store.closeImmediately();
            }
        } finally {
            turns.writeLock().unlock();
        }
    }

    private void makeAllThatWait() {
        List<Change<?>> group = new ArrayList<>();
        for (Change<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        RuntimeException problem = null;
        try {
            refuseIfFailed();
            group.forEach(change -> change.make(catalog));
            makeDurable();
        } catch (RuntimeException thrown) {
            problem = thrown;
            takeBack();
        }
        for (Change<?> change : group) {
            change.settle(problem);
        }
    }

    private void makeDurable() {
        try {
            store.commit();
            store.sync();
        } catch (MVStoreException broken) {
            failure =
                    new DamagedStoreException("The store's file could not be written: " + broken.getMessage(), broken);
            store.closeImmediately();
            throw failure;
        }
    }

    private void takeBack() {
        if (failure == null) {
            store.rollback();
            catalog = new Catalog(store, clock, visits);
        }
    }

    private void refuseIfFailed() {
        if (failure != null) {
            throw new DamagedStoreException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static MVStore openStore(FilePath path) {
        try {
            MVStore store = new MVStore.Builder()
                    .adoptFileStore(TornProofFile.open(path))
                    .autoCommitDisabled()
                    .open();
            store.commit();
            store.sync();
            return store;
        } catch (MVStoreException broken) {
            throw new DamagedStoreException("%s cannot be opened: %s".formatted(path, broken.getMessage()), broken);
        }
    }

    /** A change that waits for its turn, and then for the disk. */
    private static final class Change<R extends @Nullable Object> {

        private final Function<Catalog, R> work;
        private @Nullable R result;
        private @Nullable RuntimeException problem;
        private boolean made;

        Change(Function<Catalog, R> work) {
            this.work = work;
        }

        void make(Catalog catalog) {
            try {
                result = work.apply(catalog);
            } catch (MongoServerException refusal) {
                problem = refusal;
            }
        }

        void settle(@Nullable RuntimeException groupsProblem) {
            made = true;
            if (groupsProblem != null) {
                problem = groupsProblem;
            }
        }

        boolean isMade() {
            return made;
        }

        @SuppressWarnings("NullAway") // the work's own result: null only where R says so
        R outcome() {
            if (problem != null) {
                throw problem;
            }
            return result;
        }
    }
}
