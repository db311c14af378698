package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that lead nowhere, or are none: a person gets a page of ours, a program a problem. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MalformedAddressesOverHttpTest extends ServedQuerySide {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/proposal/x%2Fy, 400", "/%2e%2e%2f%2e%2e%2fetc, 400", "/proposal/x%5Cy, 400", "/proposal/%zz, 400",
        "/proposal/%00, 400", "/nowhere, 404", "/proposal/a/b, 404", "/error/nothing, 404"
    })
    void a_person_gets_a_page_of_ours(String address, int status) throws IOException {
        assertThat(sent("GET", address, BROWSER))
                .startsWith("HTTP/1.1 %d".formatted(status))
                .contains("<h1>There is nothing at this address</h1>", "Content-Security-Policy:")
                .doesNotContain("Tomcat", "Whitelabel");
    }

    @ParameterizedTest
    @CsvSource({"/proposal/x%2Fy, 400", "/nowhere, 404"})
    void a_program_gets_json(String address, int status) throws IOException {
        assertThat(sent("GET", address, "application/json"))
                .startsWith("HTTP/1.1 %d".formatted(status))
                .contains("json", "\"status\":%d".formatted(status))
                .doesNotContain("Tomcat", "<html");
    }

    @Test
    void only_the_head_is_asked_and_only_the_head_is_answered() throws IOException {
        assertThat(sent("HEAD", "/proposal/x%2Fy", BROWSER))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a|b", "/a<script>b", "/a\"b", "/\u0001", "nothing", "/a\\b", "//%"})
    void what_is_no_address_at_all_learns_nothing_of_the_server(String address) throws IOException {
        assertThat(sent("GET", address, BROWSER))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "org.apache", "java.");
    }

    private String sent(String method, String address, String accept) throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\nConnection: close\r\n\r\n"
                            .formatted(method, address, accept)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
