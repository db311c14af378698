package org.openengagement.query.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are imported by way of the one address. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class LongBodiesTest {

    private static final int LONG = 8 << 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_file_passes_through_while_it_is_still_being_sent() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong arrived = new AtomicLong();
        Server writer = commandSide((request, response) -> {
            InputStream in = request.getInputStream();
            arrived.addAndGet(in.readNBytes(1 << 16).length);
            begun.countDown();
            arrived.addAndGet(in.transferTo(java.io.OutputStream.nullOutputStream()));
            response.getOutputStream().write(request.getQueryString().getBytes(UTF_8));
        });
        // The second half is not sent before the node has begun with the first: held back anywhere, this would never
        // end.
        InputStream halves = new java.io.SequenceInputStream(
                new ByteArrayInputStream(new byte[LONG / 2]), new ByteArrayInputStream(new byte[LONG / 2]) {

                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        await(begun);
                        return super.read(into, from, length);
                    }
                });
        HttpResponse<String> answer = HTTP.send(
                request(querySide(writer), "name=a%20b")
                        .POST(BodyPublishers.ofInputStream(() -> halves))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("name=a%20b");
        assertThat(arrived).hasValue(LONG);
    }

    @Test
    void a_standby_refuses_it_before_a_byte_is_sent_and_the_writer_gets_all_of_it() throws Exception {
        Server standby = commandSide((request, response) -> response.setStatus(503));
        AtomicLong arrived = new AtomicLong();
        AtomicLong told = new AtomicLong();
        Server writer = commandSide((request, response) -> {
            told.set(request.getContentLengthLong());
            arrived.set(request.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()));
        });
        HttpResponse<String> answer = HTTP.send(
                request(querySide(standby, writer), "name=a")
                        .POST(BodyPublishers.ofByteArray(new byte[LONG]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(standby.asked()).containsExactly("POST /import");
        assertThat(arrived).hasValue(LONG);
        assertThat(told).hasValue(LONG);
    }

    @Test
    void how_far_it_is_can_be_read_while_it_goes_on() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        Server writer = commandSide((request, response) -> {
            request.getInputStream().readAllBytes();
            response.getOutputStream().write("first\n".getBytes(UTF_8));
            response.flushBuffer();
            await(read);
            response.getOutputStream().write("last\n".getBytes(UTF_8));
        });
        HttpResponse<Stream<String>> answer = HTTP.send(
                request(querySide(writer), "name=a")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            assertThat(lines.peek(line -> read.countDown())).containsExactly("first", "last");
        }
    }

    @Test
    void who_asks_before_sending_is_refused_before_sending() throws Exception {
        Server writer = commandSide((request, response) -> response.setStatus(403));
        AtomicLong sent = new AtomicLong();
        HttpResponse<String> answer = HTTP.send(
                request(querySide(writer), "name=a")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofInputStream(() -> {
                            sent.incrementAndGet();
                            return new ByteArrayInputStream(new byte[LONG]);
                        }))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(sent).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing came through.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(Server to, String query) {
        return HttpRequest.newBuilder(URI.create(to.address() + "/import?" + query));
    }

    private Server commandSide(Server.Answer answer) {
        Server server = Server.commandSide(answer);
        open.add(server);
        return server;
    }

    private Server querySide(Server... nodes) throws IOException {
        ForwardingSettings settings = new ForwardingSettings(
                Stream.of(nodes).map(Server::address).toList(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                10);
        Forwarder forwarder = new Forwarder(settings);
        open.add(forwarder);
        Server server = Server.querySide(forwarder, (request, response) -> response.setStatus(404));
        open.add(server);
        return server;
    }
}
