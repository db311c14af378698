package org.openengagement.deployment.topology;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A node of one side as a process of its own.
 *
 * @param process what can be done to it
 * @param address where it is reached
 */
public record Node(ChildProcess process, URI address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MILLISECONDS_TO_CONNECT = 500;

    public String name() {
        return process.name();
    }

    public void start() {
        process.start();
    }

    /** Whether it has come so far that it takes connections. */
    public boolean isUp() {
        try (Socket trial = new Socket()) {
            trial.connect(new InetSocketAddress(address.getHost(), address.getPort()), MILLISECONDS_TO_CONNECT);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        HttpRequest question = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public void awaitReady() {
        Await.until(name() + " is ready; see " + process.log(), this::isReady);
    }
}
