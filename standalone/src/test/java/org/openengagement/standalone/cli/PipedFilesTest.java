package org.openengagement.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.openengagement.standalone.RefusedException;

/** A file that can be read only once is imported like any other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the field
class PipedFilesTest {

    private static final String FILE = """
            {"v":"oel-events/v1","type":"InstitutionRegistered","effectiveOn":"2015-01-01","data":{"slug":"lipovo","name":{"en":"Municipality of Lipovo"},"kind":"MUNICIPALITY"}}
            """;

    @TempDir
    Path directory;

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void what_comes_through_a_pipe_is_imported_and_what_comes_again_on_standard_input_is_said_to_be_nothing_new()
            throws IOException, InterruptedException {
        OelRun first = importOf(pipe().toString());

        assertThat(first.error()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("1 lines recorded");

        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(FILE.getBytes(UTF_8)));
        try {
            OelRun again = importOf("-");
            assertThat(again.exitCode()).isZero();
            assertThat(again.out()).contains("standard input: nothing new; 1 lines seen.");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void nothing_stays_of_what_was_piped_and_too_much_is_refused() throws IOException {
        Path kept;
        try (PipedFile piped = PipedFile.of(new ByteArrayInputStream(FILE.getBytes(UTF_8)), FILE.length())) {
            kept = piped.path();
            assertThat(kept).hasContent(FILE);
        }
        assertThat(kept).doesNotExist();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PipedFile.of(new ByteArrayInputStream(FILE.getBytes(UTF_8)), FILE.length() - 1L))
                .withMessageContaining("taken from a pipe");
    }

    private OelRun importOf(String file) {
        return OelRun.of(
                "import",
                file,
                "--data-dir",
                directory.resolve("data").toString(),
                "--key-dir",
                directory.resolve("keys").toString());
    }

    /** A named pipe, into which the file is written once. */
    private Path pipe() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        try {
            int code = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            Assumptions.assumeTrue(code == 0, "this file system has no named pipes");
        } catch (IOException none) {
            Assumptions.abort("mkfifo is not there: " + none.getMessage());
        }
        Thread.ofVirtual().start(() -> {
            try {
                Files.writeString(pipe, FILE);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return pipe;
    }
}
