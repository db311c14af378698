package org.openengagement.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command by which the README starts the demonstration. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstCommandTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}(mvn .*-Pdemo.*)$");
    private static final Pattern ADDRESS = Pattern.compile("The ledger is at (http://\\S+)");

    @TempDir
    Path directory;

    @Test
    void it_names_a_profile_and_a_module_that_are_there_and_starts_the_demonstration() throws IOException {
        assertThat(command()).containsExactly("mvn", "-Pdemo", "-pl", "standalone", "-am");
        assertThat(ROOT.resolve("pom.xml")).content().contains("<id>demo</id>", "<module>standalone</module>");
        assertThat(ROOT.resolve("standalone/pom.xml"))
                .content()
                .contains("<id>demo</id>", "<oel.arguments>serve --demo</oel.arguments>");
    }

    @Test
    @Timeout(600)
    void it_compiles_and_serves_a_page_while_the_records_still_come_in() throws Exception {
        assumeTrue(Boolean.getBoolean("oel.whole"), "It compiles half of the project again: only with -Pwhole.");
        List<String> command = new ArrayList<>(command());
        command.add("-Doel.arguments=serve --demo --server.port 0 --data-dir %s --key-dir %s"
                .formatted(directory.resolve("data"), directory.resolve("keys")));
        long began = System.nanoTime();
        Process maven = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = maven.inputReader();
                HttpClient browser = HttpClient.newHttpClient()) {
            String address = address(lines, said);
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());

            System.out.printf(
                    "The README's first command: %d s to the first page.%n",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html");
            assertThat(said)
                    .as("what it says it does")
                    .anyMatch(line -> line.contains("Building query-side"))
                    .noneMatch(line -> line.contains("Building deployment"));
        } finally {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
            maven.waitFor();
        }
    }

    private static String address(BufferedReader lines, List<String> said) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher told = ADDRESS.matcher(line);
            if (told.find()) {
                return told.group(1);
            }
        }
        throw new AssertionError("It ended by itself:\n" + String.join("\n", said));
    }

    private static List<String> command() throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(command.find()).as("a command with -Pdemo in the README").isTrue();
        return List.of(command.group(1).split(" +"));
    }
}
