package org.openengagement.query.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which node of the command side gets a mutation, and what the client is told where none takes it, or one does not answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class WhichNodeTakesItTest extends BesideNodes {

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

    private static Server.Answer retryingAfter(String seconds) {
        return (request, response) -> {
            response.setStatus(503);
            response.setHeader("Retry-After", seconds);
        };
    }
}
