package org.openengagement.command.importing.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class ImportClientTest {

    private static final String HALF_WAY =
            "{\"lines\":7,\"accepted\":6,\"repeated\":0,\"skipped\":0,\"refused\":1,\"newlyRefused\":[],\"over\":false}\n";
    private static final String OVER =
            HALF_WAY.replace("false", "true").replace("[]", "[{\"line\":3,\"why\":\"it is no JSON.\"}]");

    @TempDir
    Path folder;

    private final List<ImportReport> told = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void every_report_is_passed_on_and_the_last_is_what_came_of_it() throws Exception {
        answers(200, HALF_WAY + OVER);
        ImportReport report = send();
        assertThat(told).hasSize(2).last().isEqualTo(report);
        assertThat(report.newlyRefused()).containsExactly(new ImportReport.RefusedLine(3, "it is no JSON."));
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void what_went_wrong_on_the_server_is_told_in_its_words() {
        answers(200, HALF_WAY + "{\"error\":\"The disk is full.\"}\n");
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(this::send)
                .withMessage("The disk is full.");
        assertThat(told).hasSize(1);
    }

    @Test
    void a_connection_lost_in_the_middle_is_no_end() {
        answers(200, HALF_WAY);
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(this::send)
                .withMessageContaining("was lost before the import was over")
                .withMessageContaining("nothing is recorded twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "[]", "\"over\"", "{\"over\":true}", "{", "null", "{\"over\":true,\"lines\":\"x\"}"})
    void an_answer_that_is_no_report_is_not_taken_for_one(String answer) {
        answers(200, answer + "\n");
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(this::send)
                .withMessageEndingWith("is no ledger that takes imports.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 405})
    void what_is_no_ledger_is_called_so(int status) {
        answers(status, "<html>nothing here</html>");
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(this::send)
                .withMessageEndingWith("is no ledger that takes imports.");
    }

    @Test
    void a_failed_server_is_told_by_its_status() {
        answers(503, "");
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(this::send)
                .withMessageStartingWith("The server failed (HTTP 503).");
    }

    @Test
    void a_closed_port_is_named() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        server.stop(0);
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(() -> send("http://localhost:" + free))
                .withMessage("No server answers at localhost:%d. Is it running there?", free);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost:8080", "ftp://localhost", "http://", "http://a b", "http://localhost?x", "/x"})
    void what_is_no_address_is_refused(String address) {
        assertThatThrownBy(() -> ImportClient.of(address, "t"))
                .isInstanceOf(ImportNotDoneException.class)
                .hasMessageContaining("is no address of a server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nHost: b", "\u00e9"})
    void what_is_no_token_is_refused(String token) {
        assertThatThrownBy(() -> ImportClient.of("http://localhost", token))
                .isInstanceOf(ImportNotDoneException.class)
                .hasMessageStartingWith("The token");
    }

    private void answers(int status, String body) {
        server.createContext("/import", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private ImportReport send() throws IOException, InterruptedException {
        return send("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private ImportReport send(String address) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a file & more.jsonl"), "{}\n");
        try (ImportClient client = ImportClient.of(address, "token")) {
            return client.send(file, "oel-events/v1", ImportOptions.PLAIN, told::add);
        }
    }
}
