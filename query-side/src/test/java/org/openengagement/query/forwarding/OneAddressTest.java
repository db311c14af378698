package org.openengagement.query.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class OneAddressTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String MUTATION = "{\"query\":\"mutation { closeCase { position } }\"}";
    private static final String QUESTION = "{\"query\":\"{ ledger { size } }\"}";

    private static final List<String> SELECTED = List.of(
            "{\"query\":\"query A { ledger { size } } mutation B { closeCase { position } }\",\"operationName\":\"B\"}",
            "{\"query\":\"fragment F on P { position } mutation { closeCase { ...F } }\"}",
            "{\"query\":\"# query\\nmutation M($a: Int = 1) @x { closeCase { position } }\",\"operationName\":\"\"}");

    private static final List<String> NOT_SELECTED = List.of(
            "",
            "null",
            "[]",
            "mutation { closeCase { position } }",
            "[" + MUTATION + "]",
            MUTATION.substring(0, MUTATION.length() - 3),
            "{\"query\":\"mutation\"}",
            "{\"query\":\"mutation {\"}",
            "{\"query\":[\"mutation { a }\"]}",
            "{\"query\":\"{ mutation }\"}",
            "{\"query\":\"query mutation { mutation }\"}",
            "{\"query\":\"fragment mutation on Query { a }\"}",
            "{\"query\":\"mutation A { a } mutation B { b }\"}",
            "{\"query\":\"mutation A { a }\",\"operationName\":\"C\"}",
            "{\"query\":\"query A { ledger { size } } mutation B { b }\",\"operationName\":\"A\"}",
            "{\"query\":\"mutation " + "{ a ".repeat(1_500) + "}".repeat(1_500) + "\"}",
            "{\"query\":\"{ ledger { size } }\",\"query\":\"mutation { closeCase { position } }\"}",
            "[".repeat(4_000) + "\"mutation\"");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_mutation_reaches_the_command_side_unchanged_and_so_does_its_answer_the_client() throws Exception {
        Map<String, String> seen = new ConcurrentHashMap<>();
        Server writer = commandSide((request, response) -> {
            seen.put("body", new String(request.getInputStream().readAllBytes(), UTF_8));
            seen.put("token", header(request, "Authorization"));
            seen.put("type", header(request, "Content-Type"));
            seen.put("own", header(request, "Oel-Own"));
            seen.put("query", String.valueOf(request.getQueryString()));
            response.setStatus(401);
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            response.addHeader("Oel-Several", "one");
            response.addHeader("Oel-Several", "two");
            response.setContentType("application/graphql-response+json");
            response.getOutputStream().write("{\"data\": null }".getBytes(UTF_8));
        });
        // Blanks, order, an unknown member and a letter outside of ASCII: none of it is rewritten.
        String body = " {\"x\":[1.0],\n\"query\":\"mutation { closeCase(input: {ground: \\\"ж\\\"}) { position } }\"} ";
        HttpResponse<String> answer = send(
                querySide(writer),
                "/graphql?trace=1",
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer abc",
                "Content-Type",
                "application/json;charset=UTF-8",
                "Oel-Own",
                "1");

        assertThat(seen)
                .containsEntry("body", body)
                .containsEntry("token", "Bearer abc")
                .containsEntry("type", "application/json;charset=UTF-8")
                .containsEntry("own", "1")
                .containsEntry("query", "trace=1");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"data\": null }");
        assertThat(answer.headers().allValues("Oel-Several")).containsExactly("one", "two");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/graphql-response+json");
    }

    @Test
    void a_question_is_answered_here_and_nobody_else_is_asked() throws Exception {
        Server writer = commandSide(answering(200));
        HttpResponse<String> answer = send(querySide(writer), QUESTION);
        assertThat(answer.body()).isEqualTo("here: " + QUESTION);
        assertThat(writer.asked()).isEmpty();
    }

    @Test
    void a_selected_mutation_goes_on() throws Exception {
        Server writer = commandSide(answering(200));
        Server here = querySide(writer);
        for (String request : SELECTED) {
            assertThat(send(here, request).body()).isEqualTo(request);
        }
        assertThat(writer.asked()).hasSameSizeAs(SELECTED).containsOnly("POST /graphql");
    }

    @Test
    void what_is_no_selected_mutation_is_answered_here() throws Exception {
        Server writer = commandSide(answering(200));
        Server here = querySide(writer);
        for (String request : NOT_SELECTED) {
            HttpResponse<String> answer = send(here, request);
            assertThat(answer.statusCode()).as(request).isIn(200, 400);
            assertThat(answer.statusCode() == 400 || answer.body().equals("here: " + request))
                    .as(request)
                    .isTrue();
        }
        assertThat(writer.asked()).isEmpty();
    }

    @Test
    void random_bytes_never_go_on_and_never_break_anything() throws Exception {
        Server writer = commandSide(answering(200));
        Server here = querySide(writer);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int turn = 0; turn < 100; turn++) {
            byte[] bytes = MUTATION.getBytes(UTF_8);
            int from = random.nextInt(bytes.length);
            byte[] noise = new byte[1 + random.nextInt(bytes.length - from)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, from, noise.length);
            HttpResponse<String> answer = send(here, "/graphql", BodyPublishers.ofByteArray(bytes));
            assertThat(answer.statusCode()).as("seed %d, turn %d", seed, turn).isIn(200, 400);
        }
    }

    @Test
    void a_standby_sends_on_to_the_writer_and_the_writer_is_asked_first_from_then_on() throws Exception {
        Server standby = commandSide(answering(503));
        Server writer = commandSide(answering(200));
        Server here = querySide(standby, writer);
        assertThat(send(here, MUTATION).body()).isEqualTo(MUTATION);
        assertThat(send(here, MUTATION).body()).isEqualTo(MUTATION);
        assertThat(standby.asked()).hasSize(1);
        assertThat(writer.asked()).hasSize(2);
    }

    @Test
    void a_node_that_is_not_there_is_passed_over() throws Exception {
        Server writer = commandSide(answering(200));
        Server here = querySide(nowhere(), writer.address());
        assertThat(send(here, MUTATION).body()).isEqualTo(MUTATION);
    }

    @Test
    void where_nobody_takes_it_the_client_is_told_when_to_try_again() throws Exception {
        Server one = commandSide(retryingAfter("7"));
        Server two = commandSide(retryingAfter("3"));
        HttpResponse<String> answer = send(querySide(nowhere(), one.address(), two.address()), MUTATION);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(code(answer)).isEqualTo("UNAVAILABLE");
        assertThat(one.asked()).hasSize(1);
        assertThat(two.asked()).hasSize(1);
    }

    @Test
    void a_node_that_got_it_and_falls_silent_or_is_cut_off_leaves_doubt_and_no_other_is_asked() throws Exception {
        for (boolean cut : List.of(true, false)) {
            Server other = commandSide(answering(200));
            HttpResponse<String> answer =
                    send(querySide(Duration.ofSeconds(2), nodeThatReadsAndThen(cut), other.address()), MUTATION);
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("same idempotency key");
            assertThat(code(answer)).isEqualTo("UNAVAILABLE");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void a_node_that_hangs_is_asked_no_more_while_another_says_that_it_takes_nothing_and_not_after_it_does()
            throws Exception {
        AtomicInteger status = new AtomicInteger(503);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        Server hanging = commandSide((request, response) -> {
            arrived.countDown();
            await(woken);
        });
        open.add(woken::countDown);
        Server other =
                commandSide((request, response) -> answering(status.get()).to(request, response));
        Server here = querySide(Duration.ofMinutes(5), Duration.ZERO, hanging.address(), other.address());
        CompletableFuture<HttpResponse<String>> waiting = HTTP.sendAsync(
                HttpRequest.newBuilder(here.address().resolve("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(MUTATION))
                        .build(),
                BodyHandlers.ofString());
        arrived.await();

        assertThat(send(here, MUTATION).statusCode()).isEqualTo(503);
        status.set(200);
        assertThat(send(here, MUTATION).body()).isEqualTo(MUTATION);
        assertThat(hanging.asked()).hasSize(1);
        assertThat(waiting).isNotDone();
    }

    @Test
    void whoever_did_not_answer_is_asked_last_from_then_on() throws Exception {
        Server other = commandSide(answering(200));
        Server here = querySide(Duration.ofSeconds(2), nodeThatReadsAndThen(true), other.address());

        assertThat(send(here, MUTATION).statusCode()).isEqualTo(504);
        assertThat(send(here, MUTATION).body()).isEqualTo(MUTATION);
    }

    @Test
    void what_comes_back_to_a_query_side_goes_in_no_circle() throws Exception {
        AtomicReference<URI> itself = new AtomicReference<>();
        Server mirror = commandSide((request, response) -> {
            HttpResponse<String> again = forwardAgain(itself.get(), request);
            response.setStatus(again.statusCode());
            response.getOutputStream().write(again.body().getBytes(UTF_8));
        });
        Server here = querySide(mirror);
        itself.set(here.address());
        HttpResponse<String> answer = send(here, MUTATION);
        assertThat(answer.statusCode()).isEqualTo(508);
        assertThat(code(answer)).isEqualTo("UNAVAILABLE");
        assertThat(mirror.asked()).hasSize(1);
    }

    @Test
    void headers_of_one_connection_stay_with_it() throws Exception {
        Map<String, String> seen = new ConcurrentHashMap<>();
        Server writer = commandSide((request, response) -> {
            for (String name : List.of("Oel-Secret", "TE", "Keep-Alive", "Oel-Open", "Via")) {
                seen.put(name, header(request, name));
            }
            response.setHeader("Keep-Alive", "timeout=5");
        });
        Server here = querySide(writer);
        String answer = raw(here, """
                POST /graphql HTTP/1.1\r
                Host: ledger.example.org\r
                Connection: close, oel-secret\r
                Oel-Secret: 1\r
                Oel-Open: 2\r
                TE: trailers\r
                Keep-Alive: timeout=1\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(MUTATION.length(), MUTATION));
        assertThat(seen)
                .containsEntry("Oel-Open", "2")
                .containsEntry("Oel-Secret", "null")
                .containsEntry("TE", "null")
                .containsEntry("Keep-Alive", "null")
                .containsEntry("Via", "1.1 oel-query-side");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("timeout=5");
    }

    private static HttpResponse<String> forwardAgain(URI to, HttpServletRequest request) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(to.resolve("/graphql"))
                            .header("Via", header(request, "Via"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(
                                    request.getInputStream().readAllBytes()))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** It takes connections and whole requests, and then cuts them off, or says nothing. */
    private URI nodeThatReadsAndThen(boolean cuts) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(server);
        List<Socket> held = new ArrayList<>();
        open.add(() -> {
            for (Socket each : held) {
                each.close();
            }
        });
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    held.add(socket);
                    String read = "";
                    while (!read.endsWith("}")) {
                        read += (char) socket.getInputStream().read();
                    }
                    if (cuts) {
                        socket.close();
                    }
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IOException(over);
        }
    }

    private static URI nowhere() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + taken.getLocalPort());
        }
    }

    private Server commandSide(Server.Answer answer) {
        Server server = Server.commandSide(answer);
        open.add(server);
        return server;
    }

    private Server querySide(Server... nodes) {
        return querySide(Stream.of(nodes).map(Server::address).toArray(URI[]::new));
    }

    private Server querySide(URI... nodes) {
        return querySide(Duration.ofMinutes(1), nodes);
    }

    private Server querySide(Duration answerWithin, URI... nodes) {
        return querySide(answerWithin, Duration.ofSeconds(5), nodes);
    }

    private Server querySide(Duration answerWithin, Duration silentAfter, URI... nodes) {
        ForwardingSettings settings =
                new ForwardingSettings(List.of(nodes), Duration.ofSeconds(20), answerWithin, silentAfter, 10);
        Forwarder forwarder = new Forwarder(settings);
        open.add(forwarder);
        Server server = Server.querySide(forwarder, (request, response) -> {
            response.getOutputStream().write("here: ".getBytes(UTF_8));
            request.getInputStream().transferTo(response.getOutputStream());
        });
        open.add(server);
        return server;
    }

    private static Server.Answer answering(int status) {
        return (request, response) -> {
            response.setStatus(status);
            request.getInputStream().transferTo(response.getOutputStream());
        };
    }

    private static Server.Answer retryingAfter(String seconds) {
        return (request, response) -> {
            response.setStatus(503);
            response.setHeader("Retry-After", seconds);
        };
    }

    private static String header(HttpServletRequest request, String name) {
        return String.valueOf(request.getHeader(name));
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
    }

    private static HttpResponse<String> send(Server to, String body) throws Exception {
        return send(to, "/graphql", BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(Server to, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.address().resolve(path)).POST(body);
        request.setHeader("Content-Type", "application/json");
        for (int each = 0; each < headers.length; each += 2) {
            request.setHeader(headers[each], headers[each + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String raw(Server to, String request) throws IOException {
        try (Socket socket = new Socket("localhost", to.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
