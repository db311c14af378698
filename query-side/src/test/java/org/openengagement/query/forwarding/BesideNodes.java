package org.openengagement.query.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;

/** A query side, and the nodes of a command side that it sends mutations on to. Each test ends those that it started. */
abstract class BesideNodes {

    static final JsonMapper JSON = new JsonMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String MUTATION = "{\"query\":\"mutation { closeCase { position } }\"}";
    static final String QUERY = "{\"query\":\"{ ledger { size } }\"}";

    final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    static URI nowhere() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + taken.getLocalPort());
        }
    }

    Server commandSide(Server.Answer answer) {
        Server server = Server.commandSide(answer);
        open.add(server);
        return server;
    }

    Server querySide(Server... nodes) {
        return querySide(Stream.of(nodes).map(Server::address).toArray(URI[]::new));
    }

    Server querySide(URI... nodes) {
        return querySide(Duration.ofMinutes(1), nodes);
    }

    Server querySide(Duration answerWithin, URI... nodes) {
        return querySide(answerWithin, Duration.ofSeconds(5), nodes);
    }

    Server querySide(Duration answerWithin, Duration silentAfter, URI... nodes) {
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

    static Server.Answer answering(int status) {
        return (request, response) -> {
            response.setStatus(status);
            request.getInputStream().transferTo(response.getOutputStream());
        };
    }

    static String header(HttpServletRequest request, String name) {
        return String.valueOf(request.getHeader(name));
    }

    static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
    }

    static HttpResponse<String> send(Server to, String body) throws Exception {
        return send(to, "/graphql", BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(Server to, String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.address().resolve(path)).POST(body);
        request.setHeader("Content-Type", "application/json");
        for (int each = 0; each < headers.length; each += 2) {
            request.setHeader(headers[each], headers[each + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
