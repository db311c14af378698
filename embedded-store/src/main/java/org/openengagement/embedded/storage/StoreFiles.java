package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

    /** Opens both by their names, or none. */
    public static StoreFiles open(Function<String, StoreFile> open, Set<String> appendOnly, Set<String> erasable) {
        StoreFile main = open.apply(MAIN);
        try {
            return new StoreFiles(main, open.apply(ERASABLE), appendOnly, erasable);
        } catch (RuntimeException problem) {
            main.close();
            throw problem;
        }
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
