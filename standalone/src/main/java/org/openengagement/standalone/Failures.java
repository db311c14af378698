package org.openengagement.standalone;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what went wrong at a start, the reason that a person can mend. */
final class Failures {

    private Failures() {}

    /** A refusal that says what to do, or the failure itself where nothing better is known. */
    static RuntimeException forAPerson(RuntimeException failure) {
        return causes(failure)
                .map(Failures::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static @Nullable RuntimeException refusal(Throwable cause) {
        return switch (cause) {
            case RefusedException refused -> refused;
            case PortInUseException taken ->
                new RefusedException(
                        "Port " + taken.getPort() + " is taken by another program; stop it, or choose another with"
                                + " --server.port.",
                        taken);
            default -> null;
        };
    }
}
