package org.openengagement.deployment.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The address under which a member of the replica set is known, in front of the port on which it listens. Lines of the
 * ledger's own processes can be cut here, refused, made silent, or lose the answers to their writes; those between the members
 * always pass. Which is which shows in the first message, in which a driver names its application.
 */
public final class CuttingProxy implements AutoCloseable {

    /** The {@code appName} of connection strings whose lines can be cut. */
    public static final String CUTTABLE = "oel-under-fault";

    private static final int LONGEST_CHUNK = 1 << 16;
    private static final int MILLISECONDS_TO_CONNECT = 1_000;

    private final ServerSocket door;
    private final InetSocketAddress member;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger answersLost = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean silent;

    public CuttingProxy(int memberPort) throws IOException {
        member = new InetSocketAddress(InetAddress.getLoopbackAddress(), memberPort);
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy-of-" + memberPort).start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Breaks every line that can be cut; new ones may be made at once. */
    public void cut() {
        lines.stream().filter(line -> line.cuttable).forEach(Line::hangUp);
    }

    /** Whether lines that can be cut are cut, and new ones refused. */
    public void refuse(boolean refuse) {
        refusing = refuse;
        if (refuse) {
            cut();
        }
    }

    /** Whether nothing comes through any more, either way, though no line breaks; what was on its way then is lost. */
    public void beSilent(boolean beSilent) {
        silent = beSilent;
        if (!beSilent) {
            // Of what was swallowed a line has lost its thread.
            cut();
        }
    }

    /** The answers to so many of the next writes are lost: the write arrives, then the line breaks. */
    public void loseAnswersToWrites(int count) {
        answersToLose.set(count);
    }

    /** How many answers were lost so far. */
    public int answersLost() {
        return answersLost.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(Line::hangUp);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // The door is closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Line line = new Line(client, server);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(member, MILLISECONDS_TO_CONNECT);
            lines.add(line);
            Thread.ofVirtual().start(line::answer);
            line.ask();
        } catch (IOException memberIsGone) {
            line.hangUp();
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean cuttable;
        private volatile boolean nextAnswerIsLost;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() {
            byte[] chunk = new byte[LONGEST_CHUNK];
            boolean first = true;
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (first) {
                        cuttable = WireWords.contains(chunk, read, WireWords.text(CUTTABLE));
                        first = false;
                    }
                    if (cuttable && refusing) {
                        return;
                    }
                    if (cuttable && silent) {
                        continue;
                    }
                    if (cuttable && answersToLose.get() > 0 && WireWords.isWrite(chunk, read)) {
                        nextAnswerIsLost = answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException broken) {
                // One of the two hung up.
            } finally {
                hangUp();
            }
        }

        void answer() {
            byte[] chunk = new byte[LONGEST_CHUNK];
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (nextAnswerIsLost) {
                        answersLost.incrementAndGet();
                        return;
                    }
                    if (cuttable && silent) {
                        continue;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException broken) {
                // One of the two hung up.
            } finally {
                hangUp();
            }
        }

        void hangUp() {
            lines.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // It is closed either way.
            }
        }
    }
}
