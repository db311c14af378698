package org.openengagement.house;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** What each module of the parent pom compiled, tests left out: a module that is added comes under the rules by itself. */
final class EveryModule implements LocationProvider {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return MODULE.matcher(Project.text(Project.file("pom.xml")))
                .results()
                .map(module -> compiled(Project.file(module.group(1))))
                .map(Location::of)
                .collect(toSet());
    }

    private static Path compiled(Path module) {
        Path classes = module.resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("%s is not there: build the module first.".formatted(classes));
        }
        return classes;
    }
}
