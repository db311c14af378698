package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change that waits for its turn, and then for the disk. */
final class Change<R extends @Nullable Object> {

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
