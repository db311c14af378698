package org.openengagement.standalone;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.ledger.start.StartFailure;

/** Finds, in what went wrong, the reason that a person can mend. */
public final class Failures {

    private Failures() {}

    /** What a person is told; empty where nothing better is known than the failure itself. */
    public static Optional<RefusedException> refusal(Throwable failure) {
        return cause(failure, RefusedException.class)
                // The embedded store knows nothing of the ledger.
                .or(() -> cause(failure, DamagedStoreException.class)
                        .map(damaged -> new RefusedException(String.valueOf(damaged.getMessage()), damaged)))
                .or(() -> StartFailure.reason(failure).map(reason -> new RefusedException(reason, failure)));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
