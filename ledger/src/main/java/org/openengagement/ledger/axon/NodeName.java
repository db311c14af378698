package org.openengagement.ledger.axon;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What people call a node that was given no name. */
final class NodeName {

    private NodeName() {}

    /** @param port where it is served; 0 or less: not known, or nowhere */
    static String at(int port) {
        String process = "process " + ProcessHandle.current().pid();
        return port > 0 ? "%s:%d (%s)".formatted(host(), port, process) : "%s on %s".formatted(process, host());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
