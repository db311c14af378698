package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the store. A change is answered when the file's system has said that its bytes are on disk, and no reader
 * sees it before. Changes that wait at the same time are made durable together. After a write that failed, nothing is
 * answered from the file before it was opened again; it is tried at once, then every second.
 */
public final class StoreFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StoreFile.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final StorePlace place;
    private final InstantSource clock;
    private final LongAdder visits;
    private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock(true);
    private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
    private OpenFile file;
    private volatile @Nullable RuntimeException failure;
    private @Nullable Long triedAgainAt;
    private volatile boolean refusedByDisk;

    /** Whether the file may show what is not durable: it is answered from only after it was opened for writing again. */
    private boolean inDoubt;

    private boolean closed;

    private StoreFile(StorePlace place, InstantSource clock, LongAdder visits) {
        this.place = place;
        this.clock = clock;
        this.visits = visits;
        this.file = OpenFile.open(place, clock, visits);
    }

    /**
     * Opens a file, making it if it does not exist.
     *
     * @param layer what it lies on
     * @param visits counts the documents that are read
     * @throws DamagedStoreException if it is not a whole store, or cannot be made
     */
    public static StoreFile open(Path path, FileLayer layer, InstantSource clock, LongAdder visits) {
        return new StoreFile(new StorePlace(layer, path), clock, visits);
    }

    /**
     * Looks at what is durable.
     *
     * @throws DamagedStoreException if the file cannot be opened again after a write that failed, or is not what was written
     */
    public <R> R read(Function<Catalog, R> look) {
        turns.readLock().lock();
        try {
            if (failure == null) {
                return look(look);
            }
        } finally {
            turns.readLock().unlock();
        }
        inTurn(this::openAgain);
        turns.readLock().lock();
        try {
            refuseIfFailed();
            return look(look);
        } finally {
            turns.readLock().unlock();
        }
    }

    private <R> R look(Function<Catalog, R> look) {
        try {
            return look.apply(file.catalog());
        } catch (MVStoreException broken) {
            throw unreadable(broken);
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
        if (failure == null && !refusedByDisk) {
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
            openAgain();
            refuseIfFailed();
            FilePath copy = file.copy();
            file.close();
            try {
                place.take(copy);
                file = OpenFile.open(place, clock, visits);
            } catch (MVStoreException | IOException | UncheckedIOException broken) {
                throw failed(new DamagedStoreException(
                        "%s could not be replaced by its copy: %s."
                                .formatted(place.file().getFileName(), DiskTrouble.of(broken)),
                        broken));
            } catch (DamagedStoreException broken) {
                throw failed(broken);
            }
        });
    }

    @Override
    public void close() {
        inTurn(() -> {
            if (!closed) {
                closed = true;
                failure = new DamagedStoreException("The store is closed.");
                file.close();
            }
        });
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
            openAgain();
            refuseIfFailed();
            refuseIfTheDiskStillDoes();
            begun = true;
            group.forEach(change -> change.make(file.catalog()));
            makeDurable();
        } catch (RuntimeException thrown) {
            problem = thrown instanceof MVStoreException broken ? unreadable(broken) : thrown;
            if (begun) {
                takeBack();
            }
        } catch (Error fatal) {
            // Nobody may take a change for made that another's turn began and this machine did not end.
            problem = failed(new DamagedStoreException("A change was not made: " + fatal, fatal));
            file.close();
            throw fatal;
        } finally {
            for (Change<?> change : group) {
                change.settle(problem);
            }
        }
    }

    private DamagedStoreException unreadable(MVStoreException broken) {
        return new DamagedStoreException(
                "%s cannot be read where this stands: it is damaged, or the disk fails (%s)."
                        .formatted(place.file().getFileName(), DiskTrouble.of(broken)),
                broken);
    }

    private void makeDurable() {
        try {
            file.makeDurable();
        } catch (NotWrittenException refused) {
            refusedByDisk = true;
            throw failed(refused);
        } catch (DamagedStoreException broken) {
            throw failed(broken);
        }
    }

    private void takeBack() {
        if (failure == null) {
            try {
                file.takeBack();
            } catch (MVStoreException broken) {
                // MVStore writes for this, too: the file is opened again, which forgets what was not made durable.
                failed(unreadable(broken));
                file.close();
            }
        }
    }

    private <X extends RuntimeException> X failed(X problem) {
        failure = problem;
        inDoubt |= !(problem instanceof NotWrittenException);
        triedAgainAt = null;
        log.error("The embedded store cannot write: {}", problem.getMessage());
        return problem;
    }

    /** What the disk did not take it would not take again, and each try costs an opening: so it is asked first. */
    private void refuseIfTheDiskStillDoes() {
        if (refusedByDisk || file.isReadOnly()) {
            try {
                place.requireRoom();
            } catch (IOException | MVStoreException still) {
                throw new NotWrittenException(place, still);
            }
            if (file.isReadOnly()) {
                file.close();
                failure = new DamagedStoreException("The file has to be opened for writing.");
                triedAgainAt = null;
                openAgain();
                refuseIfFailed();
            }
            refusedByDisk = false;
            log.info("{} can be written again.", place.file().getFileName());
        }
    }

    private void openAgain() {
        long now = System.nanoTime();
        if (failure == null || closed || (triedAgainAt != null && now - triedAgainAt < TRY_AGAIN_AFTER.toNanos())) {
            return;
        }
        try {
            file = openedAsTheDiskAllows();
            failure = null;
            inDoubt = false;
            log.info(
                    "{} was opened again, with all that is durable.",
                    place.file().getFileName());
        } catch (DamagedStoreException still) {
            failure = still;
            triedAgainAt = System.nanoTime();
        }
    }

    private OpenFile openedAsTheDiskAllows() {
        try {
            OpenFile open = OpenFile.open(place, clock, visits);
            if (inDoubt && open.isReadOnly()) {
                open.close();
                throw new DamagedStoreException("The disk has become read-only before %s was wholly written."
                        .formatted(place.file().getFileName()));
            }
            return open;
        } catch (DamagedStoreException unopened) {
            if (inDoubt || !DiskTrouble.isReadOnly(unopened)) {
                throw unopened;
            }
            return OpenFile.openToRead(place, clock, visits);
        }
    }

    private void refuseIfFailed() {
        RuntimeException known = failure;
        if (known != null) {
            throw new DamagedStoreException(String.valueOf(known.getMessage()), known);
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
