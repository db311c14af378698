package org.openengagement.command.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeysTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void keys_are_made_once_and_only_their_owner_reads_them() throws IOException {
        Path directory = folder.resolve("deep/keys");
        Keys made = open(directory);
        Keys again = open(directory);

        assertThat(again.logKey("localhost/ledger").verifierKey())
                .isEqualTo(made.logKey("localhost/ledger").verifierKey());
        assertThat(again.actor().codeText(16, "x")).isEqualTo(made.actor().codeText(16, "x"));
        assertThat(made.identity().codeText(16, "x")).isNotEqualTo(made.actor().codeText(16, "x"));
        assertThat(permissionsOf(directory)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(permissionsOf(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_key_and_differs_by_key_and_name() {
        LocalSecret key = LocalSecret.of(new byte[32]);
        LocalSecret another = open(folder.resolve("keys")).actor();

        assertThat(key.fingerprint("actor-key"))
                .hasSize(22)
                .isEqualTo(LocalSecret.of(new byte[32]).fingerprint("actor-key"))
                .isNotEqualTo(key.fingerprint("vault-key"))
                .isNotEqualTo(another.fingerprint("actor-key"));
    }

    @Test
    void keys_that_changed_places_are_noticed() throws IOException {
        Path directory = folder.resolve("keys");
        Map<String, String> kept = new HashMap<>();
        BinaryOperator<String> fingerprints = (name, atHand) -> kept.computeIfAbsent(name, unused -> atHand);
        open(directory).upholdFingerprints(fingerprints);
        Keys.kept(directory).upholdFingerprints(fingerprints);

        Path spare = directory.resolve("spare");
        Files.move(directory.resolve("actor-key"), spare);
        Files.move(directory.resolve("vault-key"), directory.resolve("actor-key"));
        Files.move(spare, directory.resolve("vault-key"));

        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> Keys.kept(directory).upholdFingerprints(fingerprints))
                .withMessageContaining("actor-key is another");
    }

    @Test
    void a_truncated_key_is_not_made_anew() throws IOException {
        open(folder.resolve("keys"));
        Path key = folder.resolve("keys/actor-key");
        for (String damage : new String[] {"", "AAAA", "not base64 at all !"}) {
            Files.writeString(key, damage);
            assertThatExceptionOfType(KeysUnusableException.class)
                    .isThrownBy(() -> open(folder.resolve("keys")))
                    .withMessageContaining("actor-key");
        }
    }

    @Test
    void keys_that_others_may_read_are_not_used() throws IOException {
        open(folder.resolve("keys"));
        Files.setPosixFilePermissions(folder.resolve("keys/vault-key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> open(folder.resolve("keys")))
                .withMessageContaining("chmod 600");
    }

    @Test
    void a_file_is_no_directory() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(KeysUnusableException.class).isThrownBy(() -> open(file));
    }

    private static Keys open(Path directory) {
        return Keys.made(directory, new SecureRandom());
    }

    private static String permissionsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
