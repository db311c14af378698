package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to the GraphQL endpoint and is no GraphQL request: each gets a response that a person can use, and no log line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class RefusedRequestsOverHttpTest extends ServedQuerySide {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REQUEST = "{\"query\": \"{ ledger { size } }\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                      | empty
            `  `                                    | empty
            {"query":                               | ends too early
            {"query"                                | ends too early
            {                                       | ends too early
            {}                                      | "query" is missing
            {"query": ""}                           | "query" is missing
            {"query": "  "}                         | "query" is missing
            {"question": "{ ledger { size } }"}     | "query" is missing
            [{"query": "{ ledger { size } }"}]      | it is a list
            "{ ledger { size } }"                   | it is a text
            17                                      | it is a number
            null                                    | it is null
            {"query": 5}                            | "query", at line 1, column 11, must be a text; it is a number
            {"query": null}                         | "query", at line 1, column 11, must be a text; it is null
            {"query": ["a"]}                        | must be a text; it is a list
            {"query": "{a}", "variables": []}       | "variables", at line 1, column 31, must be an object or null; it is a list
            {"query": "{a}", "variables": "{}"}     | must be an object or null; it is a text
            {"query": "{a}", "operationName": {}}   | must be a text or null; it is an object
            {"query": "{a}", "extensions": 1}       | must be an object or null; it is a number
            {"query": "{a}", "query": "{b}"}        | a second time
            {"query": "{a}"} {"query": "{b}"}       | stands more
            {'query': '{a}'}                        | line 1, column 2
            {"query": "{a}", "variables": {"x": NaN}} | stands what cannot stand there
            query { ledger { size } }               | line 1, column
            <query/>                                | line 1, column 1
            """)
    void a_body_that_is_no_request_is_refused_with_where_and_why(String body, String why, CapturedOutput log) {
        refused(400, why, sent(body), log);
    }

    @Test
    void bytes_that_are_no_text_are_refused(CapturedOutput log) {
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE};
        refused(400, "byte 0 cannot stand there", sent(utf16), log);
        byte[] cut = REQUEST.replace("size", "s\u00ED").getBytes(StandardCharsets.ISO_8859_1);
        refused(400, "byte 23 cannot stand there", sent(cut), log);
        refused(400, "UTF-8", sent(REQUEST.getBytes(StandardCharsets.UTF_16)), log);
    }

    @Test
    void a_body_nested_too_deep_is_refused(CapturedOutput log) {
        int deep = 100_000;
        refused(400, "it is a list", sent("[".repeat(deep)), log);
        String nested = "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
        refused(400, "nests too deep", sent("{\"query\": \"{a}\", \"variables\": " + nested + "}"), log);
        String document = "{ledger".repeat(20_000);
        refused(200, "", sent("{\"query\": \"" + document + "\"}"), log);
    }

    @Test
    void a_request_of_ten_megabytes_is_read_to_its_end_and_refused(CapturedOutput log) {
        String tooLong = "{\"query\": \"{ ledger { size } }" + " ".repeat(10 * 1024 * 1024) + "\"}";
        refused(413, "longer than 2,097,152 bytes", sent(tooLong), log);
        HttpRequest chunked = request()
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(tooLong)))
                .build();
        refused(413, "longer than 2,097,152 bytes", send(chunked), log);
        refused(200, "", sent("{\"query\": \"{ ledger { size } } #" + "x".repeat(1_500_000) + "\"}"), log);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, must be application/json",
        "application/xml, must be application/json",
        "application/x-www-form-urlencoded, must be application/json",
        "multipart/form-data, must be application/json",
        "nonsense, must be application/json",
        ", must be application/json"
    })
    void another_kind_of_body_is_refused(String kind, String why, CapturedOutput log) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address()).POST(BodyPublishers.ofString(REQUEST));
        if (kind != null) {
            request.header("Content-Type", kind);
        }
        refused(415, why, send(request.build()), log);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "image/*", "nonsense", "application/xml;q=0.5"})
    void another_kind_of_answer_is_refused(String kind, CapturedOutput log) {
        HttpRequest request = request()
                .header("Accept", kind)
                .POST(BodyPublishers.ofString(REQUEST))
                .build();
        refused(406, "Responses are application/graphql-response+json, application/json", send(request), log);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"})
    void another_method_is_refused(String method, CapturedOutput log) {
        HttpResponse<String> answer = send(request()
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(REQUEST))
                .build());
        refused(405, "are sent with POST, not " + method, answer, log);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void garbage_is_refused_whatever_it_is(CapturedOutput log) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] request =
                "{\"query\": \"query q($r: ID!) { proposal(reference: $r) { title } }\", \"variables\": {\"r\": \"0000000012\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = request.clone();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            HttpResponse<String> answer = sent(damaged);
            assertThat(answer.statusCode())
                    .as("seed %d: %s", seed, answer.body())
                    .isIn(200, 400);
            JsonNode errors = json(answer).path("errors");
            errors.forEach(error -> assertThat(error.at("/extensions/code").asString())
                    .as("seed %d: %s", seed, answer.body())
                    .isEqualTo("INVALID"));
            assertThat(errors.isEmpty() && answer.statusCode() == 400).isFalse();
        }
        assertThat(log.toString()).doesNotContain(" ERROR ").doesNotContain("\tat ");
    }

    @Test
    void a_well_formed_request_is_answered_in_the_form_that_it_asks_for() {
        for (String kind : new String[] {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"}) {
            HttpResponse<String> answer = send(request()
                    .header("Accept", kind)
                    .POST(BodyPublishers.ofString("  " + REQUEST + "\n"))
                    .build());
            assertThat(answer.statusCode()).as(kind).isEqualTo(200);
            assertThat(json(answer).at("/data/ledger/size").asInt()).isEqualTo(LEDGER.size());
        }
        HttpResponse<String> strict = send(request()
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/graphql-response+json");
    }

    private void refused(int status, String why, HttpResponse<String> answer, CapturedOutput log) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        JsonNode errors = json(answer).get("errors");
        assertThat(errors.size()).as(answer.body()).isEqualTo(1);
        assertThat(errors.at("/0/message").asString()).isNotBlank().contains(why);
        assertThat(errors.at("/0/extensions/code").asString()).isEqualTo("INVALID");
        assertThat(log.toString()).doesNotContain(" ERROR ").doesNotContain("\tat ");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), notJson);
        }
    }

    private HttpResponse<String> sent(String body) {
        return sent(body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> sent(byte[] body) {
        return send(request().POST(BodyPublishers.ofByteArray(body)).build());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address()).header("Content-Type", "application/json");
    }

    private URI address() {
        return URI.create("http://localhost:" + port + "/graphql");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
