package org.openengagement.commandside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.start.NodeStart;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator is told whose node of the command side does not start: one message, and nothing of its insides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
@Isolated("It reads what the whole process prints.")
class FailedStartTest {

    private static final String NOBODY_THERE = "mongodb://localhost:1/ledger?serverSelectionTimeoutMS=200";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:27017                    | MONGODB_URI (oel.mongodb-uri) is no connection string",
                "''                                 | MONGODB_URI (oel.mongodb-uri) is no connection string",
                "mongodb://ada:pass@word@host/      | MONGODB_URI (oel.mongodb-uri) is no connection string",
                "mongodb://ada:password@host:x/     | MONGODB_URI (oel.mongodb-uri) is no connection string",
                "mongodb://localhost:1/ledger?serverSelectionTimeoutMS=200 | No MongoDB that takes writes answers at localhost:1",
            })
    void a_mongodb_that_cannot_be_meant_or_is_not_there_is_told(String uri, String told, CapturedOutput output) {
        assertRefused(start(Map.of("oel.mongodb-uri", uri)), output, told);
        assertThat(output.getAll()).doesNotContain("password", "pass@word");
    }

    @Test
    void a_wrong_password_is_told_and_not_shown(CapturedOutput output) {
        try (EmbeddedStore store = store("data")) {
            String wrong = store.connectionString().replaceFirst("://([^:]+):[^@]+@", "://$1:guessed@");

            assertRefused(start(Map.of("oel.mongodb-uri", wrong)), output, "does not let in the user of MONGODB_URI");
            assertThat(output.getAll()).doesNotContain("guessed");
        }
    }

    @Test
    void a_key_directory_that_is_no_directory_is_told(CapturedOutput output) throws IOException {
        Path file = Files.writeString(directory.resolve("a-letter"), "Dear Ada");
        try (EmbeddedStore store = store("data")) {
            Map<String, String> below = Map.of(
                    "oel.mongodb-uri",
                    store.connectionString(),
                    "oel.key-dir",
                    file.resolve("keys").toString());
            assertRefused(start(below), output, "key directory", file.toString());
            Map<String, String> itself =
                    Map.of("oel.mongodb-uri", store.connectionString(), "oel.key-dir", file.toString());
            assertRefused(start(itself), output, "is not a directory");
        }
    }

    @Test
    void a_key_that_others_may_read_is_told_with_what_to_do(CapturedOutput output) throws IOException {
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Files.setPosixFilePermissions(keys, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
        try (EmbeddedStore store = store("data")) {
            assertRefused(
                    start(Map.of("oel.mongodb-uri", store.connectionString(), "oel.key-dir", keys.toString())),
                    output,
                    "Others than its owner",
                    "chmod 700");
        }
    }

    @Test
    void a_port_that_is_taken_is_told(CapturedOutput output) throws IOException {
        try (EmbeddedStore store = store("data");
                ServerSocket another = new ServerSocket(0, 1, InetAddress.getByName(null))) {
            String port = String.valueOf(another.getLocalPort());
            assertRefused(
                    start(Map.of("oel.mongodb-uri", store.connectionString(), "server.port", port)),
                    output,
                    "Port " + port + " is taken",
                    "SERVER_PORT");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oel.zone       | Mars/Olympus        | oel.zone is Mars/Olympus",
                "oel.origin     | 'no name at all'    | origin must be a URL prefix",
                "oel.languages  | english!            | languages must be a language tag",
                "oel.issuer-uri | login.example.org   | oel.issuer-uri: login.example.org is no OpenID provider",
                "server.port    | many                | The setting server.port",
            })
    void a_setting_that_cannot_be_meant_is_named(String name, String value, String told, CapturedOutput output) {
        try (EmbeddedStore store = store("data")) {
            assertRefused(start(Map.of("oel.mongodb-uri", store.connectionString(), name, value)), output, told);
        }
    }

    @Test
    void the_ledger_of_another_origin_with_other_keys_is_not_written_to(CapturedOutput output) {
        try (EmbeddedStore store = store("data")) {
            String uri = store.connectionString();
            begin(Map.of("oel.mongodb-uri", uri, "oel.origin", "example.org/theirs"));
            String ourKeys = directory.resolve("our-keys").toString();
            try (EmbeddedStore ourStore = store("our-data")) {
                begin(Map.of("oel.mongodb-uri", ourStore.connectionString(), "oel.key-dir", ourKeys));
            }

            assertRefused(
                    start(Map.of("oel.mongodb-uri", uri, "oel.origin", "example.org/ours", "oel.key-dir", ourKeys)),
                    output,
                    "The ledger example.org/theirs was opened with another log key",
                    "OEL_KEY_DIR");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor-key    | It makes the pseudonyms",
                "identity-key | It makes known what was imported",
                "vault-key    | It makes the access codes",
                "log-key      | It signs the ledger's log",
            })
    void a_key_that_a_ledger_has_lost_is_told_and_not_made_anew(String key, String purpose, CapturedOutput output)
            throws IOException {
        try (EmbeddedStore store = store("data")) {
            Map<String, String> database = Map.of("oel.mongodb-uri", store.connectionString());
            begin(database);
            Path file = directory.resolve("their-keys").resolve(key);
            Path copy = Files.move(file, directory.resolve("copy"));

            assertRefused(
                    start(database), output, file + " is missing", "this ledger has begun", purpose, "OEL_KEY_DIR");
            assertThat(file).doesNotExist();

            Files.move(copy, file);
            begin(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor-key", "identity-key", "vault-key"})
    void a_key_of_another_ledger_is_told_and_not_used(String key, CapturedOutput output) throws IOException {
        try (EmbeddedStore store = store("data")) {
            Map<String, String> database = Map.of("oel.mongodb-uri", store.connectionString());
            begin(database);
            Path file = directory.resolve("their-keys").resolve(key);
            String another = "A".repeat(43);
            Files.writeString(file, another);

            assertRefused(start(database), output, file + " is another than the one that this ledger has used before");
            assertThat(output.getAll()).doesNotContain(another);
        }
    }

    @Test
    void a_ledger_that_has_lost_its_whole_key_directory_gets_no_other(CapturedOutput output) {
        try (EmbeddedStore store = store("data")) {
            begin(Map.of("oel.mongodb-uri", store.connectionString()));
            Path lost = directory.resolve("lost-keys");

            assertRefused(
                    start(Map.of("oel.mongodb-uri", store.connectionString(), "oel.key-dir", lost.toString())),
                    output,
                    "There is no key directory " + lost,
                    "Put the directory back");
            assertThat(lost).doesNotExist();
        }
    }

    @Test
    void the_token_key_alone_is_made_anew_because_tokens_can_be_issued_again() throws IOException {
        try (EmbeddedStore store = store("data")) {
            Map<String, String> database = Map.of("oel.mongodb-uri", store.connectionString());
            begin(database);
            Files.delete(directory.resolve("their-keys/token-key.jwk"));

            begin(database);

            assertThat(directory.resolve("their-keys/token-key.jwk")).exists();
        }
    }

    /** Starts a node and stops it again; an empty ledger is open from then on. */
    private void begin(Map<String, String> settings) {
        SpringApplicationBuilder node = CommandSideNode.node();
        assertThat(NodeStart.attempt(CommandSideNode.NAME, node, System.err, arguments(settings)))
                .isZero();
        Objects.requireNonNull(node.context()).close();
    }

    private record Told(int status, String words) {}

    private Told start(Map<String, String> settings) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int status = NodeStart.attempt(
                CommandSideNode.NAME,
                CommandSideNode.node(),
                new PrintStream(words, true, StandardCharsets.UTF_8),
                arguments(settings));
        return new Told(status, words.toString(StandardCharsets.UTF_8));
    }

    private String[] arguments(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--oel.mongodb-uri=" + NOBODY_THERE,
                "--oel.key-dir=" + directory.resolve("their-keys"),
                "--server.port=0",
                "--oel.node-name=a-node"));
        arguments.removeIf(argument -> settings.keySet().stream().anyMatch(name -> argument.startsWith("--" + name)));
        settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return arguments.toArray(String[]::new);
    }

    private static void assertRefused(Told told, CapturedOutput output, String... words) {
        assertThat(told.words())
                .startsWith("This node of the command side does not start. ")
                .contains(words)
                .doesNotContain("Exception", "\tat ")
                .hasLineCount(1);
        assertThat(told.status()).isEqualTo(2);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private EmbeddedStore store(String name) {
        return EmbeddedStore.open(
                directory.resolve(name),
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints", "fingerprints")
                        .withErasable("disclosures", "vault"));
    }
}
