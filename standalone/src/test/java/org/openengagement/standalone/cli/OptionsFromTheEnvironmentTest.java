package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OptionsFromTheEnvironmentTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_PORT   | 70000       | --server.port 70000: a port is a number",
                "OEL_ZONE      | Mars/Crater | --zone Mars/Crater: no such time zone",
                "OEL_LANGUAGES | en,english! | no language tag",
            })
    void an_option_that_is_not_given_is_found_in_the_environment(String name, String value, String told)
            throws IOException, InterruptedException {
        OelRun run = OelRun.in(directory, Map.of(name, value), "serve", "--data-dir", path("data"));

        assertThat(run.error()).contains(told);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void so_are_the_directories_and_a_given_option_goes_first() throws IOException, InterruptedException {
        Path noDirectory = Files.writeString(directory.resolve("file"), "");
        Map<String, String> environment =
                Map.of("OEL_DATA_DIR", path("data"), "OEL_KEY_DIR", noDirectory.toString(), "SERVER_PORT", "70000");

        OelRun run = OelRun.in(directory, environment, "serve", "--server.port", "0");

        assertThat(run.error()).contains(noDirectory.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("data")).isDirectory();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
