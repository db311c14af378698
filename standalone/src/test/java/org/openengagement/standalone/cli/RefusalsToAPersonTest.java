package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.standalone.ServedLedger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusalsToAPersonTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "serve --sever.port 8080     | Possible solutions: --server.port",
                "serve --server.port many    | Invalid value for option '--server.port'",
                "serve --server.port 70000   | --server.port 70000: a port is a number from 0 to 65535.",
                "serve --zone Mars/Olympus   | --zone Mars/Olympus: no such time zone",
                "serve --languages english!  | 'english!' is no language tag",
                "surve                       | Did you mean: oel serve?",
            })
    void a_wrong_option_is_named_and_nothing_is_begun(String line, String told) throws IOException {
        OelRun run = OelRun.of((line.strip() + " --data-dir " + directory.resolve("data")).split(" "));

        assertThat(run.error()).contains(told).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
        try (var made = Files.list(directory)) {
            assertThat(made).isEmpty();
        }
    }

    @Test
    void a_port_that_another_program_has_is_told_with_what_to_do() throws IOException {
        try (ServerSocket another = new ServerSocket(0, 1, InetAddress.getByName(null))) {
            OelRun run = serve(another.getLocalPort());

            assertThat(run.error())
                    .contains("Port " + another.getLocalPort() + " is taken", "--server.port")
                    .doesNotContain("\tat ");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_data_directory_that_is_in_use_is_told_with_who_uses_it() {
        try (ServedLedger first = ServedLedger.in(directory)) {
            OelRun run = serve(0);

            assertThat(first.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(first.get("/actuator/health").body()).contains("\"store\"", "freeBytes");
            assertThat(run.error())
                    .contains("in use", String.valueOf(ProcessHandle.current().pid()))
                    .doesNotContain("\tat ");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_data_directory_whose_files_are_damaged_is_told_and_nothing_is_begun_in_it() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("documents.mv"), "");

        OelRun run = serve(0);

        assertThat(run.error())
                .contains("documents.mv is empty", "last copy of the data directory")
                .doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(data.resolve("documents.mv")).isEmptyFile();
    }

    @Test
    void a_data_directory_that_is_a_file_is_told() throws IOException {
        Files.writeString(directory.resolve("data"), "a letter");

        OelRun run = serve(0);

        assertThat(run.error()).contains("data directory", "cannot be used").doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"serve --server.port 0", "import nothing.jsonl"})
    void a_key_that_the_ledger_has_lost_is_told_and_nothing_is_taken_without_it(String line) throws IOException {
        ServedLedger.in(directory).close();
        Path key = directory.resolve("keys/identity-key");
        Files.delete(key);
        String file = Files.writeString(directory.resolve("nothing.jsonl"), "").toString();

        OelRun run = OelRun.of((line.replace("nothing.jsonl", file) + " --data-dir " + directory.resolve("data")
                        + " --key-dir " + directory.resolve("keys"))
                .split(" "));

        assertThat(run.error()).contains(key + " is missing", "Put it back").doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(key).doesNotExist();
    }

    private OelRun serve(int port) {
        return OelRun.of(
                "serve",
                "--server.port",
                String.valueOf(port),
                "--data-dir",
                directory.resolve("data").toString(),
                "--key-dir",
                directory.resolve("keys").toString());
    }
}
