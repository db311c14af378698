package org.openengagement.deployment.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that an operator deploys with, as they stand in the repository. */
public final class DeploymentFiles {

    private static final Path ROOT = root();

    private DeploymentFiles() {}

    public static Path root() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve("docker-compose.yml"))) {
                return above;
            }
        }
        throw new IllegalStateException("docker-compose.yml is in none of the folders above this one.");
    }

    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    public static Map<String, Object> compose() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text("docker-compose.yml"));
    }

    /** The settings of a file such as {@code deployment/command-side.env}. */
    public static Map<String, String> settings(String path) {
        Map<String, String> settings = new LinkedHashMap<>();
        text(path)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    settings.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return settings;
    }

    /** The settings of a file with others in the places of some; a place that the file does not have is a mistake. */
    public static Map<String, String> settings(String path, Map<String, String> instead) {
        Map<String, String> settings = settings(path);
        instead.forEach((name, value) -> {
            if (settings.replace(name, value) == null) {
                throw new IllegalArgumentException(path + " has no setting " + name);
            }
        });
        return settings;
    }

    public static Document roles() {
        return Document.parse(text("deployment/mongodb/roles.json"));
    }

    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The executable jar of a side; where the project was not packaged, the test is skipped, and says so. */
    static Path nodeJar(String side) {
        Path jar = file(side + "/target/" + side + "-node.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), () -> "%s is not there: run mvn verify, or mvn package first.".formatted(jar));
        return jar;
    }
}
