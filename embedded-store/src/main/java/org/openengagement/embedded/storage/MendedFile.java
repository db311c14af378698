package org.openengagement.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.DiskTrouble;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.embedded.storage.files.StorePlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that outlives its trouble. After a write that failed nothing is answered from it before it was opened again; that is
 * tried at once, then every second. Where the disk has become read-only, it is opened to be read.
 *
 * <p>Whoever changes anything here has the file alone; others may ask whether it is sound, and look, at the same time.
 */
final class MendedFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MendedFile.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final StorePlace place;
    private final InstantSource clock;
    private final LongAdder visits;
    private OpenFile file;
    private volatile @Nullable RuntimeException failure;
    private @Nullable Long triedAgainAt;
    private volatile boolean refusedByDisk;

    /** Whether the file may show what is not durable: it is answered from only after it was opened for writing again. */
    private boolean inDoubt;

    private boolean closed;

    /** @throws DamagedStoreException if it is not a whole store, or cannot be made */
    MendedFile(StorePlace place, InstantSource clock, LongAdder visits) {
        this.place = place;
        this.clock = clock;
        this.visits = visits;
        this.file = OpenFile.open(place, clock, visits);
    }

    /** Whether it can be looked at. */
    boolean isSound() {
        return failure == null;
    }

    /** Whether its last write failed, or the disk did not take one and was not asked since. */
    boolean isInTrouble() {
        return !isSound() || refusedByDisk;
    }

    Catalog catalog() {
        return file.catalog();
    }

    /** Makes durable what was changed; if that fails, it is opened again before anything else. */
    void makeDurable() {
        try {
            file.makeDurable();
        } catch (NotWrittenException refused) {
            refusedByDisk = true;
            throw failed(refused);
        } catch (DamagedStoreException broken) {
            throw failed(broken);
        }
    }

    /** Takes back what was changed since it was last made durable. */
    void takeBack() {
        if (isSound()) {
            try {
                file.takeBack();
            } catch (MVStoreException broken) {
                // MVStore writes for this, too: the file is opened again, which forgets what was not made durable.
                giveUp(unreadable(broken));
            }
        }
    }

    /** Nothing is answered from it any more until it was opened again. */
    DamagedStoreException giveUp(DamagedStoreException problem) {
        failed(problem);
        file.close();
        return problem;
    }

    DamagedStoreException unreadable(MVStoreException broken) {
        return new DamagedStoreException(
                "%s cannot be read where this stands: it is damaged, or the disk fails (%s)."
                        .formatted(name(), DiskTrouble.of(broken)),
                broken);
    }

    /** @throws DamagedStoreException if its last write failed, and it could not be opened since */
    void requireSound() {
        RuntimeException known = failure;
        if (known != null) {
            throw new DamagedStoreException(String.valueOf(known.getMessage()), known);
        }
    }

    /**
     * Asks the disk for room, where it had none before: what it did not take it would not take again, and each try costs an
     * opening.
     *
     * @throws NotWrittenException if there is none still
     */
    void requireRoom() {
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
                mend();
                requireSound();
            }
            refusedByDisk = false;
            log.info("{} can be written again.", name());
        }
    }

    /** Opens it again, if it has to be and was not tried just before. */
    void mend() {
        long now = System.nanoTime();
        if (isSound() || closed || (triedAgainAt != null && now - triedAgainAt < TRY_AGAIN_AFTER.toNanos())) {
            return;
        }
        try {
            file = openedAsTheDiskAllows();
            failure = null;
            inDoubt = false;
            log.info("{} was opened again, with all that is durable.", name());
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
                throw new DamagedStoreException(
                        "The disk has become read-only before %s was wholly written.".formatted(name()));
            }
            return open;
        } catch (DamagedStoreException unopened) {
            if (inDoubt || !DiskTrouble.isReadOnly(unopened)) {
                throw unopened;
            }
            return OpenFile.openToRead(place, clock, visits);
        }
    }

    /**
     * Has a copy of what is still there take its place.
     *
     * @throws NotWrittenException if the disk did not take the copy; the file stays as it was
     * @throws DamagedStoreException if the copy could not take the file's place; one of them is opened again later
     */
    void replaceByItsCopy() {
        FilePath copy = file.copy();
        file.close();
        try {
            place.take(copy);
            file = OpenFile.open(place, clock, visits);
        } catch (MVStoreException | IOException | UncheckedIOException broken) {
            throw failed(new DamagedStoreException(
                    "%s could not be replaced by its copy: %s.".formatted(name(), DiskTrouble.of(broken)), broken));
        } catch (DamagedStoreException broken) {
            throw failed(broken);
        }
    }

    private <X extends RuntimeException> X failed(X problem) {
        failure = problem;
        inDoubt |= !(problem instanceof NotWrittenException);
        triedAgainAt = null;
        log.error("The embedded store cannot write: {}", problem.getMessage());
        return problem;
    }

    private String name() {
        return String.valueOf(place.file().getFileName());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            failure = new DamagedStoreException("The store is closed.");
            file.close();
        }
    }
}
