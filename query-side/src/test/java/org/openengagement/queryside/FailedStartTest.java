package org.openengagement.queryside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.ledger.start.NodeStart;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator is told whose node of the query side does not start: one message, and nothing of its insides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oel.node-name              | whose MongoDB is away    | No MongoDB that takes writes answers at localhost:1",
                "oel.mongodb-uri            | localhost                | MONGODB_URI (oel.mongodb-uri) is no connection string",
                "oel.command-side.addresses | ''                       | oel.command-side.addresses names no node",
                "oel.command-side.addresses | commands-1:8090          | oel.command-side.addresses: commands-1:8090 is no address",
                "oel.command-side.addresses | http://commands-1/path   | oel.command-side.addresses: http://commands-1/path is no address",
                "oel.command-side.addresses | 'http://commands 1:8090' | oel.command-side.addresses: http://commands%201:8090 is no address",
                "oel.command-side.at-once   | several                  | The setting oel.command-side.at-once",
                "oel.issuer-uri             | login.example.org        | oel.issuer-uri: login.example.org is no OpenID provider",
                "server.port                | many                     | The setting server.port",
                "server.port                | 99999                    | server.port is 99999. A port is a number from 0",
                "server.address             | 192.0.2.1                | server.address is 192.0.2.1, at which this machine cannot listen",
                "management.server.port     | -2                       | management.server.port is -2.",
            })
    void whatever_keeps_it_from_starting_is_told_in_one_message(
            String name, String value, String told, CapturedOutput output) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();

        int status = NodeStart.attempt(
                QuerySideNode.NAME,
                QuerySideNode.node(),
                new PrintStream(words, true, StandardCharsets.UTF_8),
                "--oel.index-dir=target/index-of-a-failed-start",
                name.equals("server.port") ? "" : "--server.port=0",
                "--%s=%s".formatted(name, value),
                name.equals("oel.mongodb-uri")
                        ? ""
                        : "--oel.mongodb-uri=mongodb://localhost:1/?serverSelectionTimeoutMS=200");

        assertThat(words.toString(StandardCharsets.UTF_8))
                .startsWith("This node of the query side does not start. ")
                .contains(told)
                .doesNotContain("Exception", "\tat ")
                .hasLineCount(1);
        assertThat(status).isEqualTo(2);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }
}
