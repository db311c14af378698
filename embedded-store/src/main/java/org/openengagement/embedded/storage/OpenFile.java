package org.openengagement.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.DiskTrouble;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.embedded.storage.files.StorePlace;
import org.openengagement.embedded.storage.files.TornProofFile;

/** A store's file while it is open. After a write that failed it is closed; another opening goes on with what is durable. */
final class OpenFile {

    private final StorePlace place;
    private final InstantSource clock;
    private final LongAdder visits;
    private final TornProofFile file;
    private final MVStore store;
    private Catalog catalog;

    private OpenFile(StorePlace place, InstantSource clock, LongAdder visits, TornProofFile file) {
        this.place = place;
        this.clock = clock;
        this.visits = visits;
        this.file = file;
        this.store = storeIn(file);
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
            refuseIfEmptied(place);
            place.makeFolderDurable();
            OpenFile open = new OpenFile(place, clock, visits, TornProofFile.open(place.path(), place.layer()));
            open.confirmNewest();
            return open;
        } catch (MVStoreException | IOException | UncheckedIOException broken) {
            throw unopened(place, broken);
        } catch (OutOfMemoryError tooMuch) {
            throw garbled(place, tooMuch);
        }
    }

    /**
     * Opens the file where the disk has become read-only. Only where no write is in doubt: nothing can be made durable now.
     *
     * @throws DamagedStoreException if it is not a whole store, or cannot be read
     */
    static OpenFile openToRead(StorePlace place, InstantSource clock, LongAdder visits) {
        try {
            return new OpenFile(place, clock, visits, TornProofFile.openToRead(place.path(), place.layer()));
        } catch (MVStoreException broken) {
            throw unopened(place, broken);
        } catch (OutOfMemoryError tooMuch) {
            throw garbled(place, tooMuch);
        }
    }

    /** MVStore's own maps ask for as much memory as a length says, before they look whether it can be. */
    private static DamagedStoreException garbled(StorePlace place, OutOfMemoryError tooMuch) {
        return new DamagedStoreException(
                "%s cannot be opened: it is damaged, or this process may take too little memory."
                        .formatted(place.file()),
                tooMuch);
    }

    private static DamagedStoreException unopened(StorePlace place, Exception broken) {
        return new DamagedStoreException(
                "%s cannot be opened: %s.".formatted(place.file(), DiskTrouble.of(broken)), broken);
    }

    /** It got its name when it was whole; MVStore would begin anew in an empty one. */
    private static void refuseIfEmptied(StorePlace place) {
        if (place.path().size() == 0) {
            throw new DamagedStoreException(
                    "%s is empty: all it held is gone. Go on from your last copy of the data directory."
                            .formatted(place.file()));
        }
    }

    private void confirmNewest() {
        try {
            file.confirmNewest();
        } catch (MVStoreException unconfirmed) {
            close();
            throw unconfirmed;
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
        MVStore store = storeIn(TornProofFile.open(place.unborn(), place.layer()));
        Catalog.begin(store);
        store.commit();
        store.sync();
        store.closeImmediately();
        place.take(place.unborn());
    }

    private static MVStore storeIn(TornProofFile file) {
        try {
            MVStore store = new MVStore.Builder()
                    .adoptFileStore(file)
                    .autoCommitDisabled()
                    .open();
            if (Catalog.isOfEarlierForm(store)) {
                throw new DamagedStoreException(
                        "%s was written by an earlier version, which was never released. Begin with a new data directory, and import again."
                                .formatted(file.getFileName()));
            }
            return store;
        } catch (MVStoreException | DamagedStoreException | OutOfMemoryError unusable) {
            file.close();
            throw unusable;
        }
    }
}
