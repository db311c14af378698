package org.openengagement.deployment.faults.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The proxy before a server that says "yes" to whatever it hears. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CuttingProxyTest {

    private static final String WRITE = "\2insert\0\1\0\0\0commits";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private CuttingProxy proxy;

    @BeforeEach
    void a_server_behind_the_proxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new CuttingProxy(server.getLocalPort());
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void lets_everything_through_while_nothing_is_wrong() throws IOException {
        try (Socket line = line(CuttingProxy.CUTTABLE)) {
            assertThat(ask(line, WRITE)).isEqualTo("yes");
        }
    }

    @Test
    void lets_a_write_arrive_and_loses_its_answer() throws IOException {
        try (Socket line = line(CuttingProxy.CUTTABLE)) {
            proxy.loseAnswersToWrites(1);

            assertThat(ask(line, "a question")).isEqualTo("yes");
            assertThatThrownBy(() -> ask(line, WRITE)).isInstanceOf(IOException.class);
            assertThat(heard).last().isEqualTo(WRITE);
            assertThat(proxy.answersLost()).isEqualTo(1);
        }
    }

    @Test
    void refuses_the_ledgers_own_lines_and_no_others() throws IOException {
        try (Socket own = line(CuttingProxy.CUTTABLE);
                Socket other = line("a member")) {
            proxy.refuse(true);

            assertThatThrownBy(() -> ask(own, WRITE)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> line(CuttingProxy.CUTTABLE)).isInstanceOf(IOException.class);
            assertThat(ask(other, WRITE)).isEqualTo("yes");
            proxy.refuse(false);
            try (Socket again = line(CuttingProxy.CUTTABLE)) {
                assertThat(ask(again, WRITE)).isEqualTo("yes");
            }
        }
    }

    @Test
    void swallows_what_is_said_without_breaking_the_line() throws IOException {
        try (Socket line = line(CuttingProxy.CUTTABLE)) {
            proxy.beSilent(true);
            line.setSoTimeout(200);

            assertThatThrownBy(() -> ask(line, WRITE)).isInstanceOf(SocketTimeoutException.class);
            assertThat(heard).doesNotContain(WRITE);
        }
    }

    private Socket line(String application) throws IOException {
        Socket line = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        line.setSoTimeout(10_000);
        assertThat(ask(line, "hello from " + application)).isEqualTo("yes");
        return line;
    }

    private static String ask(Socket line, String words) throws IOException {
        line.getOutputStream().write(words.getBytes(US_ASCII));
        byte[] answer = line.getInputStream().readNBytes(3);
        if (answer.length < 3) {
            throw new EOFException("The line is cut.");
        }
        return new String(answer, US_ASCII);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket line = server.accept();
                Thread.ofVirtual().start(() -> answer(line));
            } catch (IOException closed) {
                // The server is closed: the loop ends.
            }
        }
    }

    private void answer(Socket line) {
        byte[] words = new byte[1_000];
        try (line) {
            for (int read = line.getInputStream().read(words);
                    read >= 0;
                    read = line.getInputStream().read(words)) {
                heard.add(new String(words, 0, read, US_ASCII));
                line.getOutputStream().write("yes".getBytes(US_ASCII));
            }
        } catch (IOException hungUp) {
            // The client is gone.
        }
    }
}
