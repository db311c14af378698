package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportThroughAServerTest {

    @TempDir
    Path directory;

    @Test
    void without_a_token_it_is_told_which_one_is_needed() throws IOException {
        Assumptions.assumeTrue(System.getenv("OEL_TOKEN") == null, "OEL_TOKEN is set here");
        OelRun run = OelRun.of("import", file(), "--server", "http://localhost:8080");
        assertThat(run.error())
                .contains("--server needs a token of the role ADMIN")
                .doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void where_no_server_runs_it_is_told() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        OelRun run = OelRun.of("import", file(), "--server", "http://localhost:" + free, "--token", "a.b.c");
        assertThat(run.error())
                .contains("No server answers at localhost:" + free)
                .doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private String file() throws IOException {
        return Files.writeString(directory.resolve("a.jsonl"), "{}\n").toString();
    }
}
