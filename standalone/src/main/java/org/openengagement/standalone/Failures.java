package org.openengagement.standalone;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.remote.ImportNotDoneException;
import org.openengagement.command.keys.KeysUnusableException;
import org.openengagement.embedded.storage.DamagedStoreException;
import org.openengagement.query.search.IndexInUseException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what went wrong, the reason that a person can mend. */
public final class Failures {

    private Failures() {}

    /** What a person is told; empty where nothing better is known than the failure itself. */
    public static Optional<RefusedException> refusal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Stream.ofNullable(told(cause)))
                .findFirst();
    }

    private static @Nullable RefusedException told(Throwable cause) {
        return switch (cause) {
            case RefusedException refused -> refused;
            case PortInUseException taken ->
                new RefusedException(
                        "Port " + taken.getPort() + " is taken by another program; stop it, or choose another with"
                                + " --server.port.",
                        taken);
            case Refusal refusal -> sameWords(refusal);
            case LineRefusedException refused -> sameWords(refused);
            case ImportNotDoneException notDone -> sameWords(notDone);
            case KeysUnusableException unusable -> sameWords(unusable);
            case DamagedStoreException damaged -> sameWords(damaged);
            case IndexInUseException held -> sameWords(held);
            default -> null;
        };
    }

    private static RefusedException sameWords(RuntimeException cause) {
        return new RefusedException(String.valueOf(cause.getMessage()), cause);
    }
}
