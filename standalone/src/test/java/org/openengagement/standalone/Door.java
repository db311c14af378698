package org.openengagement.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The address of a database, which can go away with everybody who is connected, and come back. */
final class Door implements AutoCloseable {

    private final int database;
    private final int port;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    Door(int database) {
        this.database = database;
        this.door = opened(0);
        this.port = door.getLocalPort();
        Thread.ofVirtual().start(() -> let(door));
    }

    int port() {
        return port;
    }

    /** From now on nobody answers here. */
    void shut() {
        hangUp(door);
        passing.forEach(Door::hangUp);
        passing.clear();
    }

    void open() {
        ServerSocket again = opened(port);
        door = again;
        Thread.ofVirtual().start(() -> let(again));
    }

    @Override
    public void close() {
        shut();
    }

    private static ServerSocket opened(int port) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return opened;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void let(ServerSocket through) {
        while (!through.isClosed()) {
            try {
                Socket client = through.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                passing.add(client);
                passing.add(server);
                if (through.isClosed()) {
                    hangUp(client);
                }
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            } catch (IOException shut) {
                // Nobody comes in any more.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Closeable line) {
        try {
            line.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
