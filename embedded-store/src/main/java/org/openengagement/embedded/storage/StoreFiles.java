package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

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
     * @throws DamagedStoreException if one of them is not a whole store, or missing beside the other
     */
    public static StoreFiles open(
            Predicate<String> there, Function<String, StoreFile> open, Set<String> appendOnly, Set<String> erasable) {
        boolean secondIsThere = there.test(ERASABLE);
        if (secondIsThere && !there.test(MAIN)) {
            throw missing(MAIN, ERASABLE);
        }
        StoreFile main = open.apply(MAIN);
        try {
            // It is made before the first document is kept, so that only what was never written to may be alone.
            if (!secondIsThere && !main.read(Catalog::all).isEmpty()) {
                throw missing(ERASABLE, MAIN);
            }
            return new StoreFiles(main, open.apply(ERASABLE), appendOnly, erasable);
        } catch (RuntimeException problem) {
            main.close();
            throw problem;
        }
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
