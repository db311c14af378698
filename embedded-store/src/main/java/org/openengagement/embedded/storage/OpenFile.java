package org.openengagement.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;

/** A store's file while it is open. After a write that failed it is closed; another opening goes on with what is durable. */
final class OpenFile {

    private final StorePlace place;
    private final InstantSource clock;
    private final LongAdder visits;
    private final TornProofFile file;
    private final MVStore store;
    private Catalog catalog;

    private OpenFile(StorePlace place, InstantSource clock, LongAdder visits) {
        this.place = place;
        this.clock = clock;
        this.visits = visits;
        this.file = TornProofFile.open(place.path());
        this.store = storeIn(file);
        file.confirmNewest();
        this.catalog = new Catalog(store, clock, visits);
    }

    /**
     * Opens the file, making it if it does not exist.
     *
     * @throws DamagedStoreException if it is not a whole store, or the disk cannot be used
     */
    static OpenFile open(StorePlace place, InstantSource clock, LongAdder visits) {
        try {
            place.discardUnfinished();
            if (!place.path().exists()) {
                create(place);
            }
            place.makeFolderDurable();
            return new OpenFile(place, clock, visits);
        } catch (MVStoreException | IOException | UncheckedIOException broken) {
            throw new DamagedStoreException(
                    "%s cannot be opened: %s.".formatted(place.file(), DiskTrouble.of(broken)), broken);
        }
    }

    Catalog catalog() {
        return catalog;
    }

    boolean isReadOnly() {
        return file.isReadOnly();
    }

    /**
     * Returns when all changes are on disk.
     *
     * @throws NotWrittenException if the disk did not take them
     * @throws DamagedStoreException if it is not known whether it did
     */
    void makeDurable() {
        try {
            file.begin();
            store.commit();
            store.sync();
        } catch (MVStoreException broken) {
            close();
            throw file.mayStand()
                    ? new DamagedStoreException(
                            "%s could not be written: %s. It is not known whether this was stored."
                                    .formatted(place.file().getFileName(), DiskTrouble.of(broken)),
                            broken)
                    : new NotWrittenException(place, broken);
        }
    }

    /** Forgets the changes since the last that were made durable. */
    void takeBack() {
        store.rollback();
        catalog = new Catalog(store, clock, visits);
    }

    /** A durable copy of all that is there, beside the file. */
    FilePath copy() {
        try {
            return FileRewrite.copy(store, place.rewritten());
        } catch (MVStoreException failed) {
            place.discardRewritten();
            throw new NotWrittenException(place, failed);
        }
    }

    void close() {
        store.closeImmediately();
    }

    private static void create(StorePlace place) throws IOException {
        MVStore store = storeIn(TornProofFile.open(place.unborn()));
        store.commit();
        store.sync();
        store.closeImmediately();
        place.take(place.unborn());
    }

    private static MVStore storeIn(TornProofFile file) {
        return new MVStore.Builder().adoptFileStore(file).autoCommitDisabled().open();
    }
}
