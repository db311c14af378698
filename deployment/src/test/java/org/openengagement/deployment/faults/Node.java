package org.openengagement.deployment.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A process of the ledger.
 *
 * @param process what can be done to it
 * @param address where it is reached
 */
record Node(ChildProcess process, URI address) {

    private static final int MILLISECONDS_TO_CONNECT = 500;

    String name() {
        return process.name();
    }

    /** Whether it has come so far that it takes connections. */
    boolean isUp() {
        try (Socket trial = new Socket()) {
            trial.connect(new InetSocketAddress(address.getHost(), address.getPort()), MILLISECONDS_TO_CONNECT);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
