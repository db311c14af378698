package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openengagement.embedded.storage.files.DamagedStoreException;

/**
 * The store's two files and what stands in which: collections whose documents may be erased for good, and all others.
 *
 * @param appendOnly names of collections (without their database) whose documents are never changed or removed
 * @param erasable names of collections (without their database) that stand in the second file
 */
public record StoreFiles(StoreFile main, StoreFile second, Set<String> appendOnly, Set<String> erasable)
        implements AutoCloseable {

    private static final String MAIN = "documents.mv";
    private static final String ERASABLE = "erasable.mv";

    /**
     * Opens both by their names, or none; makes them where none is there.
     *
     * @param there whether there is a file of a name
     * @param newMark makes what a new pair is known by, never the same twice
     * @throws DamagedStoreException if one of them is not a whole store, missing beside the other, or not the other's
     */
    public static StoreFiles open(
            Predicate<String> there,
            Function<String, StoreFile> open,
            Supplier<String> newMark,
            Set<String> appendOnly,
            Set<String> erasable) {
        boolean secondIsThere = there.test(ERASABLE);
        if (secondIsThere && !there.test(MAIN)) {
            throw missing(MAIN, ERASABLE);
        }
        StoreFile main = open.apply(MAIN);
        try {
            // It is made before anything is written to the main file, so that only what was never written to may be
            // alone.
            if (!secondIsThere && main.read(StoreFiles::wasWrittenTo)) {
                throw missing(ERASABLE, MAIN);
            }
            StoreFiles both = new StoreFiles(main, open.apply(ERASABLE), appendOnly, erasable);
            both.pair(newMark);
            return both;
        } catch (RuntimeException problem) {
            main.close();
            throw problem;
        }
    }

    /**
     * Sees to it that both have one mark. The second file gets it first, and both before anything else is written: so a main
     * file that has it had a second one that did, and where only the second has it, nothing was ever stored.
     */
    private void pair(Supplier<String> newMark) {
        try {
            Optional<String> mark = second.read(Catalog::pair);
            Optional<String> mainMark = main.read(Catalog::pair);
            boolean mayBeNew = mainMark.isEmpty() && (mark.isEmpty() || isEmpty(second) || !isEmpty(main));
            if (mayBeNew) {
                String pair = mark.orElseGet(newMark);
                if (mark.isEmpty()) {
                    second.write(catalog -> catalog.markPair(pair));
                }
                main.write(catalog -> catalog.markPair(pair));
            } else if (!mainMark.equals(mark)) {
                throw new DamagedStoreException(
                        "%s and %s do not belong together: one of them was made anew, or comes from another store. Put the right one back, or go on from your last copy of the data directory."
                                .formatted(MAIN, ERASABLE));
            }
        } catch (RuntimeException problem) {
            second.close();
            throw problem;
        }
    }

    private static boolean wasWrittenTo(Catalog catalog) {
        return catalog.pair().isPresent() || !catalog.all().isEmpty();
    }

    private static boolean isEmpty(StoreFile file) {
        return file.read(Catalog::all).isEmpty();
    }

    private static DamagedStoreException missing(String missing, String there) {
        return new DamagedStoreException(
                "%s is missing, though %s is there. Put it back, or go on from your last copy of the data directory."
                        .formatted(missing, there));
    }

    @Override
    public void close() {
        try (main) {
            second.close();
        }
    }

    /** The file in which a collection stands, by its full name. */
    public StoreFile of(String collection) {
        return erasable.contains(withoutDatabase(collection)) ? second : main;
    }

    /** Both. */
    public List<StoreFile> all() {
        return List.of(main, second);
    }

    /**
     * Refuses to change what was written.
     *
     * @throws MongoServerError if the collection only takes new documents
     */
    public void refuseIfAppendOnly(String collection, String command) {
        if (appendOnly.contains(withoutDatabase(collection))) {
            throw new MongoServerError(
                    20,
                    "IllegalOperation",
                    "%s only takes new documents: %s is refused.".formatted(collection, command));
        }
    }

    private static String withoutDatabase(String collection) {
        return collection.substring(collection.indexOf('.') + 1);
    }
}
