package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.standalone.ServedLedger;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokensTest {

    private static final String REGISTER = """
            mutation { registerInstitution(input: {
                idempotencyKey: "0123456789abcdef0123456789abcdef", slug: "lipovo", kind: MUNICIPALITY,
                names: [{language: "en", text: "Municipality of Lipovo"}]}) { slug position userErrors { code message } } }""";

    @TempDir
    Path directory;

    @Test
    void a_token_made_on_the_command_line_lets_its_holder_do_what_its_role_allows() {
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            String admin = token("--subject", "ada", "--role", "ADMIN").out().strip();
            String operator =
                    token("--subject", "olga", "--role", "OPERATOR").out().strip();

            JsonNode refused = ledger.send(REGISTER, Map.of(), operator);
            JsonNode done = ledger.send(REGISTER, Map.of(), admin);

            assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
            assertThat(done.at("/data/registerInstitution/slug").asString()).isEqualTo("lipovo");
            assertThat(done.at("/data/registerInstitution/position").asInt()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--subject ada                             | Missing required option",
                "--subject ada --role KING                 | KING",
                "--subject ada --role SYSTEM               | A token gives the role",
                "--subject fatos --role OFFICER            | An officer acts for an institution",
                "--subject ada --role ADMIN --days 0       | A token is good for 1 to 3650 days.",
            })
    void a_token_that_would_make_no_sense_is_refused(String line, String told) {
        OelRun run = token(line.strip().split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains(told).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private OelRun token(String... options) {
        String[] place = {
            "token",
            "--data-dir",
            directory.resolve("data").toString(),
            "--key-dir",
            directory.resolve("keys").toString()
        };
        return OelRun.of(
                Stream.concat(Arrays.stream(place), Arrays.stream(options)).toArray(String[]::new));
    }
}
