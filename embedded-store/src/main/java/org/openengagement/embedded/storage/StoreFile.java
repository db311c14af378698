package org.openengagement.embedded.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.FileLayer;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.embedded.storage.files.StorePlace;

/**
 * One file of the store. A change is answered when the file's system has said that its bytes are on disk, and no reader
 * sees it before. Changes that wait at the same time are made durable together.
 */
public final class StoreFile implements AutoCloseable {

    private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock(true);
    private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
    private final MendedFile file;

    private StoreFile(MendedFile file) {
        this.file = file;
    }

    /**
     * Opens a file, making it if it does not exist.
     *
     * @param layer what it lies on
     * @param visits counts the documents that are read
     * @throws DamagedStoreException if it is not a whole store, or cannot be made
     */
    public static StoreFile open(Path path, FileLayer layer, InstantSource clock, LongAdder visits) {
        return new StoreFile(new MendedFile(new StorePlace(layer, path), clock, visits));
    }

    /**
     * Looks at what is durable.
     *
     * @throws DamagedStoreException if the file cannot be opened again after a write that failed, or is not what was written
     */
    public <R> R read(Function<Catalog, R> look) {
        turns.readLock().lock();
        try {
            if (file.isSound()) {
                return look(look);
            }
        } finally {
            turns.readLock().unlock();
        }
        inTurn(file::mend);
        turns.readLock().lock();
        try {
            file.requireSound();
            return look(look);
        } finally {
            turns.readLock().unlock();
        }
    }

    private <R> R look(Function<Catalog, R> look) {
        try {
            return look.apply(file.catalog());
        } catch (MVStoreException broken) {
            throw file.unreadable(broken);
        }
    }

    /**
     * Makes a change, and returns when it is durable.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError as the change throws it, before it touched anything
     * @throws NotWrittenException if the disk did not take it; nothing of it is stored
     * @throws DamagedStoreException if the file could not be written, and may hold the change or not
     */
    public <R extends @Nullable Object> R write(Function<Catalog, R> work) {
        Change<R> change = new Change<>(work);
        waiting.add(change);
        inTurn(() -> {
            if (!change.isMade()) {
                makeAllThatWait();
            }
        });
        return change.outcome();
    }

    /** Why it cannot be written at present, in words for a person; where it could not be before, the disk is asked again. */
    public Optional<String> trouble() {
        if (!file.isInTrouble()) {
            return Optional.empty();
        }
        try {
            return write(catalog -> Optional.empty());
        } catch (NotWrittenException | DamagedStoreException still) {
            return Optional.of(String.valueOf(still.getMessage()));
        }
    }

    /** Since when the file may hold bytes of documents that were erased. */
    public Optional<Instant> erasedSince() {
        return read(Catalog::erasedSince);
    }

    /**
     * Copies what is still there into a new file that takes this one's place, so that erased bytes are gone.
     *
     * @throws NotWrittenException if the disk did not take the copy; the file stays as it was
     * @throws DamagedStoreException if the copy could not take the file's place; one of them is opened again later
     */
    public void rewrite() {
        inTurn(() -> {
            file.mend();
            file.requireSound();
            file.replaceByItsCopy();
        });
    }

    @Override
    public void close() {
        inTurn(file::close);
    }

    private void inTurn(Runnable work) {
        turns.writeLock().lock();
        try {
            work.run();
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
        boolean begun = false;
        try {
            file.mend();
            file.requireSound();
            file.requireRoom();
            begun = true;
            group.forEach(change -> change.make(file.catalog()));
            file.makeDurable();
        } catch (RuntimeException thrown) {
            problem = thrown instanceof MVStoreException broken ? file.unreadable(broken) : thrown;
            if (begun) {
                file.takeBack();
            }
        } catch (Error fatal) {
            // Nobody may take a change for made that another's turn began and this machine did not end.
            problem = file.giveUp(new DamagedStoreException("A change was not made: " + fatal, fatal));
            throw fatal;
        } finally {
            for (Change<?> change : group) {
                change.settle(problem);
            }
        }
    }
}
