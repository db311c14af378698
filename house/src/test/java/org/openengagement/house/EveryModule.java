package org.openengagement.house;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What each module of the parent pom compiled, tests left out: a module that is added comes under the rules by itself. */
final class EveryModule implements LocationProvider {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Override
    public Set<Location> get(Class<?> testClass) {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return MODULE.matcher(parent(root))
                .results()
                .map(MatchResult::group)
                .map(element -> element.replaceAll("<.*?>", ""))
                .map(module -> compiled(root.resolve(module)))
                .map(Location::of)
                .collect(toSet());
    }

    private static String parent(Path root) {
        try {
            return Files.readString(root.resolve("pom.xml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path compiled(Path module) {
        Path classes = module.resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("%s is not there: build the module first.".formatted(classes));
        }
        return classes;
    }
}
