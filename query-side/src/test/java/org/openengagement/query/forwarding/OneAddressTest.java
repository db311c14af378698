package org.openengagement.query.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class OneAddressTest extends BesideNodes {

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
    void a_query_is_answered_here_and_nobody_else_is_asked() throws Exception {
        Server writer = commandSide(answering(200));
        HttpResponse<String> answer = send(querySide(writer), QUERY);
        assertThat(answer.body()).isEqualTo("here: " + QUERY);
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

    private static String raw(Server to, String request) throws IOException {
        try (Socket socket = new Socket("localhost", to.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
