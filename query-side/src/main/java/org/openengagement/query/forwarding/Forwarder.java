package org.openengagement.query.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Sends a request on to the node of the command side that takes it, and its answer back, both unchanged.
 *
 * <p>Each node is tried once at most. Whether to go on to the next one depends on what is known: a node that cannot be
 * connected to has got nothing, and one that answers 503 says itself that it does not take it. When a node that has got the
 * request falls silent or is cut off, nobody is asked instead: it may have been carried out. The client is told so, and
 * sends it again with its idempotency key. What comes after goes to the others first, see {@link CommandSideNodes}.
 */
final class Forwarder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final int TAKES_NOTHING_NOW = 503;
    private static final Duration WHERE_NONE_IS_TOLD = Duration.ofSeconds(2);
    private static final int BUFFER = 8_192;

    private final CommandSideNodes nodes;
    private final Duration answerWithin;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    Forwarder(ForwardingSettings settings) {
        this.nodes = new CommandSideNodes(settings.addresses(), settings.silentAfter());
        this.answerWithin = settings.answerWithin();
        this.room = new Semaphore(settings.atOnce());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectWithin())
                .executor(threads)
                .build();
    }

    /** Sends on a request whose body is at hand; an answer is waited for as long as the settings say. */
    void forward(HttpServletRequest request, String path, Body.Held body, HttpServletResponse response)
            throws IOException {
        forward(request, path, body, answerWithin, response);
    }

    /** Sends on a request whose body passes through; its answer may take as long as it takes. */
    void forward(HttpServletRequest request, String path, Body.Passing body, HttpServletResponse response)
            throws IOException {
        forward(request, path, body, null, response);
    }

    private void forward(
            HttpServletRequest request, String path, Body body, @Nullable Duration within, HttpServletResponse response)
            throws IOException {
        if (EndToEndHeaders.wereSentOn(request)) {
            NotForwarded.inACircle().answer(response);
        } else if (!room.tryAcquire()) {
            NotForwarded.tooManyAtOnce().answer(response);
        } else {
            try {
                tryEach(request, path, body, within, response);
            } finally {
                room.release();
            }
        }
    }

    private void tryEach(
            HttpServletRequest request, String path, Body body, @Nullable Duration within, HttpServletResponse response)
            throws IOException {
        Duration retryAfter = null;
        for (URI node : nodes.inOrder()) {
            if (retryAfter != null && nodes.isSilent(node)) {
                continue;
            }
            try {
                HttpResponse<InputStream> answer = send(onwards(request, node, path, body, within), node, within);
                nodes.answered(node);
                if (answer.statusCode() != TAKES_NOTHING_NOW || !body.isWhole()) {
                    nodes.took(node);
                    giveBack(answer, response);
                    return;
                }
                retryAfter = sooner(retryAfter, answer);
                answer.body().close();
            } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
                LOG.debug("{} cannot be reached", node, nobodyThere);
            } catch (IOException silent) {
                LOG.warn("{} got a request and did not answer: {}", node, silent.toString());
                nodes.didNotAnswer(node);
                NotForwarded.inDoubt().answer(response);
                return;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                NotForwarded.inDoubt().answer(response);
                return;
            }
        }
        NotForwarded.nobodyTakesIt(retryAfter == null ? WHERE_NONE_IS_TOLD : retryAfter)
                .answer(response);
    }

    private HttpResponse<InputStream> send(HttpRequest onwards, URI node, @Nullable Duration within)
            throws IOException, InterruptedException {
        if (within == null) {
            return http.send(onwards, BodyHandlers.ofInputStream());
        }
        CommandSideNodes.Waiting waiting = nodes.waitFor(node);
        try {
            return http.send(onwards, BodyHandlers.ofInputStream());
        } finally {
            waiting.isOver();
        }
    }

    private static HttpRequest onwards(
            HttpServletRequest request, URI node, String path, Body body, @Nullable Duration within) {
        String query = request.getQueryString();
        HttpRequest.Builder onwards = HttpRequest.newBuilder(node.resolve(path + (query == null ? "" : "?" + query)))
                .method(request.getMethod(), body.bytes());
        EndToEndHeaders.copy(request, onwards);
        if (within != null) {
            onwards.timeout(within);
        }
        // A body that passes through only once is not sent before the node says that it takes it.
        return onwards.expectContinue(body instanceof Body.Passing).build();
    }

    private static void giveBack(HttpResponse<InputStream> answer, HttpServletResponse response) throws IOException {
        try (InputStream body = answer.body()) {
            response.setStatus(answer.statusCode());
            EndToEndHeaders.copy(answer.headers(), response);
            OutputStream out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                out.write(buffer, 0, read);
                // The progress of an import is to be seen while it goes on.
                out.flush();
            }
        }
    }

    private static Duration sooner(@Nullable Duration known, HttpResponse<?> answer) {
        Duration told = answer.headers()
                .firstValue(HttpHeaders.RETRY_AFTER)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(WHERE_NONE_IS_TOLD);
        return known == null || told.compareTo(known) < 0 ? told : known;
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
