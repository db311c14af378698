package org.openengagement.command.importing.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.command.RealLedger;
import org.openengagement.command.ServedCommandSide;
import org.openengagement.command.importing.remote.ImportClient;
import org.openengagement.command.importing.remote.ImportNotDoneException;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A file on its way through a real server into a real store. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"axon.serializer.general=jackson3", "oel.import-limit=4MB"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields
@Timeout(120)
class ImportOverHttpTest extends ServedCommandSide {

    private static final String FORMAT = "oel-events/v1";

    @Autowired
    OpenedLedger ledger;

    @Test
    void a_file_that_is_sent_becomes_the_same_history_as_one_imported_here() throws Exception {
        String text = cases("same", 120) + "nonsense\n";
        long before = store.size();
        List<ImportReport> told = new ArrayList<>();
        ImportReport report = send(text, told);
        assertThat(report.accepted()).isEqualTo(361);
        assertThat(report.newlyRefused())
                .extracting(ImportReport.RefusedLine::line)
                .containsExactly(362L);
        assertThat(told).hasSizeGreaterThan(1).last().isEqualTo(report);
        assertThat(told.getFirst().over()).isFalse();

        try (RealLedger here = new RealLedger(folder.resolve("here"))) {
            ImportFile.Content content = () -> new ByteArrayInputStream(text.getBytes(UTF_8));
            ImportFile file = new ImportFile(FORMAT, ImportFile.sha256(content), content, null);
            assertThat(here.importer.run(file, ImportOptions.PLAIN, progress -> {}))
                    .isEqualTo(report);
            Map<String, Integer> history = here.types();
            history.remove("LedgerOpened");
            assertThat(typesSince(before)).isEqualTo(history);
        }
    }

    @Test
    void every_bad_line_is_named_to_the_client_however_many_there_are() throws Exception {
        List<ImportReport> told = new ArrayList<>();
        send(cases("bad", 1) + "nonsense\n".repeat(2_500), told);
        assertThat(told.stream()
                        .flatMap(each -> each.newlyRefused().stream())
                        .map(ImportReport.RefusedLine::line)
                        .distinct())
                .hasSize(2_500);
        assertThat(told).allSatisfy(each -> assertThat(each.newlyRefused()).hasSizeLessThan(1_500));
    }

    @Test
    void what_the_file_is_called_stands_nowhere_in_the_ledger() throws Exception {
        long before = store.size();
        Path file = Files.writeString(folder.resolve("complaints-of-Jane-Doe.jsonl"), cases("a-town", 1));
        send(file, FORMAT, token(Role.ADMIN, null), new ArrayList<>());
        assertThat(ledger.read(before, 100))
                .hasSizeGreaterThan(4)
                .allSatisfy(each -> assertThat(each.entry().toString()).doesNotContain("Jane-Doe"))
                .extracting(RecordedEvent::event)
                .filteredOn(ImportRunOpened.class::isInstance)
                .extracting(each -> ((ImportRunOpened) each).name())
                .containsExactly("a-town");
    }

    @Test
    void a_file_that_is_sent_twice_adds_nothing() throws Exception {
        String text = cases("twice", 3);
        send(text, new ArrayList<>());
        long size = store.size();
        ImportReport again = send(text, new ArrayList<>());
        assertThat(again.repeated()).isEqualTo(10);
        assertThat(store.size()).isEqualTo(size);
    }

    @Test
    void the_file_beside_is_sent_along() throws Exception {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), """
                {"id":1,"uin":"7","dateTabled":"2023-12-01T00:00:00","observed_at":"2024-03-01T00:00:00Z","answeringBodyName":"Home Office","heading":"A bridge","questionText":"Why?","dateAnswered":"2024-01-05T00:00:00","answerText":"So."}
                """);
        Path changes = questions.resolveSibling("observed-changes.jsonl");
        Files.writeString(changes, "no line of such a file\n");
        long size = store.size();
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(() -> send(questions, "uk-written-questions", token(Role.ADMIN, null), new ArrayList<>()));
        assertThat(store.size()).isEqualTo(size);

        Files.writeString(changes, "");
        ImportReport report = send(questions, "uk-written-questions", token(Role.ADMIN, null), new ArrayList<>());
        assertThat(report.newlyRefused()).isEmpty();
        assertThat(report.accepted()).isPositive();
    }

    @Test
    void who_may_not_is_told_so_and_sends_nothing() throws Exception {
        long size = store.size();
        Path file = Files.writeString(folder.resolve("may-not.jsonl"), cases("maynot", 1));
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(() -> send(file, FORMAT, token(Role.COORDINATOR, null), new ArrayList<>()))
                .withMessage("COORDINATOR may not import. It takes ADMIN.");
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(() -> send(file, FORMAT, token(Role.ADMIN, null) + "x", new ArrayList<>()))
                .withMessageStartingWith("The bearer token is not valid");
        assertThat(post("name=a", token(Role.COORDINATOR, null), "{}").statusCode())
                .isEqualTo(403);
        HttpResponse<String> nobody = post("name=a", null, "{}");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(nobody.body()).contains("This needs a bearer token.");
        assertThat(store.size()).isEqualTo(size);
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() throws Exception {
        long size = store.size();
        assertRefused("", 400, "Say what the file is called");
        assertRefused("name=%20", 400, "name is empty.");
        assertRefused("name=a&format=xlsx", 400, "known are oel-events/v1");
        assertRefused("name=a&strict=perhaps", 400, "strict must be true or false.");
        assertRefused("name=a&sha256=12", 400, "64 hexadecimal digits");
        assertRefused("name=a&sha256=" + "0".repeat(64), 400, "cut off or altered");
        assertRefused("name=a&beside=1", 400, "takes no file beside");
        assertRefused("name=a&format=uk-written-questions&beside=-1", 400, "must be a number of bytes");
        assertRefused("name=a&format=uk-written-questions&beside=9999", 400, "more than the whole body");
        assertThat(store.size()).isEqualTo(size);
    }

    @Test
    void more_than_the_server_takes_is_refused_before_it_is_sent() throws Exception {
        Path file = Files.write(folder.resolve("huge.jsonl"), new byte[5 << 20]);
        assertThatExceptionOfType(ImportNotDoneException.class)
                .isThrownBy(() -> send(file, FORMAT, token(Role.ADMIN, null), new ArrayList<>()))
                .withMessageStartingWith("At most 4,194,304 bytes");
    }

    @Test
    void a_form_is_not_taken_for_a_file() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request("name=a", token(Role.ADMIN, null))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/octet-stream");
    }

    @Test
    void while_a_file_arrives_another_is_refused_and_one_that_is_cut_off_leaves_nothing() throws Exception {
        String text = cases("cut", 2);
        long size = store.size();
        for (String head : List.of("Content-Length: 100000\r\n", "Transfer-Encoding: chunked\r\n")) {
            try (Socket slow = beginsToSend(head)) {
                assertThatExceptionOfType(ImportNotDoneException.class)
                        .isThrownBy(() -> send(text, new ArrayList<>()))
                        .withMessage("Another import is under way on this server. Try again when it is over.");
                slow.getOutputStream().write((head.startsWith("T") ? "ffff\r\n" + text : text).getBytes(UTF_8));
                slow.shutdownOutput();
                slow.getInputStream().readAllBytes();
            }
            assertThat(store.size()).isEqualTo(size);
        }
        assertThat(send(text, new ArrayList<>()).accepted()).isEqualTo(7);
    }

    /** A client whose body the server waits for. */
    private Socket beginsToSend(String head) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write(
                        ("POST /import?name=slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                        + token(Role.ADMIN, null) + "\r\nExpect: 100-continue\r\n" + head + "\r\n")
                                .getBytes(UTF_8));
        InputStream answer = socket.getInputStream();
        assertThat(new String(answer.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 100");
        return socket;
    }

    private void assertRefused(String query, int status, String sentence) throws Exception {
        HttpResponse<String> answer = post(query, token(Role.ADMIN, null), "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    private HttpResponse<String> post(String query, @Nullable String token, String body) throws Exception {
        return HTTP.send(
                request(query, token).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String query, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/import?" + query));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private ImportReport send(String text, List<ImportReport> told) throws IOException, InterruptedException {
        return send(Files.writeString(folder.resolve("file.jsonl"), text), FORMAT, token(Role.ADMIN, null), told);
    }

    private ImportReport send(Path file, String format, String token, List<ImportReport> told)
            throws IOException, InterruptedException {
        try (ImportClient client = ImportClient.of(at("").toString(), token)) {
            return client.send(file, format, ImportOptions.PLAIN, told::add);
        }
    }

    private Map<String, Integer> typesSince(long position) {
        Map<String, Integer> types = new TreeMap<>();
        for (long at = position; at < store.size(); at++) {
            RecordedEvent event = ledger.read(at, 1).getFirst();
            types.merge(event.type(), 1, Integer::sum);
        }
        return types;
    }

    /** An institution, and so many cases of three lines each. */
    private static String cases(String source, int count) {
        StringBuilder file = new StringBuilder("""
                {"v":"oel-events/v1","type":"InstitutionRegistered","effectiveOn":"2015-01-01","data":{"slug":"of-%s","name":{"en":"Office"},"kind":"MINISTRY"}}
                """.formatted(source));
        for (int i = 0; i < count; i++) {
            file.append("""
                    {"type":"ProposalSubmitted","case":"p-%2$d","effectiveOn":"2024-03-01","source":{"name":"%1$s"},"data":{"kind":"PETITION","language":"en","title":"Mend the bridge","text":"It leaks."}}
                    {"type":"ReferralIssued","case":"p-%2$d","referral":"x","effectiveOn":"2024-04-02","data":{"to":"of-%1$s"}}
                    {"type":"ReferralAcknowledged","case":"p-%2$d","referral":"x","effectiveOn":"2024-04-03"}
                    """.formatted(source, i));
        }
        return file.toString();
    }
}
