package org.openengagement.ledger.store.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openengagement.ledger.store.appending.Line;

/**
 * A line to a database that can be cut: what was asked has arrived, and its answer never comes back. A driver sees a
 * connection that breaks.
 */
final class CutLine implements AutoCloseable {

    /** How an insert command begins in BSON: a string of that name. */
    private static final byte[] INSERT = {2, 'i', 'n', 's', 'e', 'r', 't', 0};

    private static final int LONGEST_CHUNK = 1 << 16;

    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    CutLine(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Loses the answers of so many of the next inserts. */
    void loseAnswersToInserts(int count) {
        cutsLeft.set(count);
    }

    /** How many answers were lost. */
    int lost() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(CutLine::hangUp);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(host, port);
                open.add(client);
                open.add(server);
                Line line = new Line(client, server);
                Thread.ofVirtual().start(() -> line.carry(client, server, true));
                Thread.ofVirtual().start(() -> line.carry(server, client, false));
            } catch (IOException closed) {
                // The door is closed, or the database is gone: the driver will see as much.
            }
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean answerIsLost;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carry(Socket from, Socket to, boolean asking) {
            byte[] chunk = new byte[LONGEST_CHUNK];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (asking && isInsert(chunk, read) && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        answerIsLost = true;
                    }
                    if (!asking && answerIsLost) {
                        cuts.incrementAndGet();
                        return;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException broken) {
                // The other end hung up.
            } finally {
                hangUp(client);
                hangUp(server);
            }
        }
    }

    private static boolean isInsert(byte[] chunk, int length) {
        for (int start = 0; start + INSERT.length <= length; start++) {
            int index = 0;
            while (index < INSERT.length && chunk[start + index] == INSERT[index]) {
                index++;
            }
            if (index == INSERT.length) {
                return true;
            }
        }
        return false;
    }
}
