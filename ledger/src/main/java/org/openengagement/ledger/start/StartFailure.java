package org.openengagement.ledger.start;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what kept a process from starting, the reason that a person can mend. */
public final class StartFailure {

    private StartFailure() {}

    /** What a person is told; empty where nothing better is known than the failure itself. */
    public static Optional<String> reason(Throwable failure) {
        // Whoever looked at a setting says best what it must be; that it could not be bound is the frame around it.
        return first(failure, MendableFailure.class)
                .map(Throwable::getMessage)
                .or(() -> first(failure, PortInUseException.class).map(StartFailure::takenPort))
                .or(() -> first(failure, BindException.class).map(StartFailure::unboundSetting))
                .or(() -> first(failure, InvalidConfigurationPropertyValueException.class)
                        .map(StartFailure::unusableSetting));
    }

    private static String takenPort(Throwable taken) {
        return "Port %d is taken by another program; stop it, or choose another with --server.port (SERVER_PORT)."
                .formatted(((PortInUseException) taken).getPort());
    }

    private static String unusableSetting(Throwable failure) {
        InvalidConfigurationPropertyValueException unusable = (InvalidConfigurationPropertyValueException) failure;
        return "The setting %s cannot be used: it is %s. %s"
                .formatted(unusable.getName(), unusable.getValue(), unusable.getReason());
    }

    private static String unboundSetting(Throwable failure) {
        BindException unbound = (BindException) failure;
        var property = unbound.getProperty();
        String name = property == null
                ? String.valueOf(unbound.getName())
                : "%s (%s)".formatted(property.getName(), property.getOrigin());
        return "The setting %s cannot be used: %s"
                .formatted(name, all(unbound).getLast().getMessage());
    }

    private static Optional<Throwable> first(Throwable failure, Class<?> kind) {
        return all(failure).stream().filter(kind::isInstance).findFirst();
    }

    private static List<Throwable> all(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    }
}
