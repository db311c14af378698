package org.openengagement.deployment.topology;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports for processes that are killed and must find their port again. They lie below those that the kernel hands to outgoing
 * connections, since one of these might else take the port meanwhile.
 */
public final class FreePorts {

    private static final int FROM = 20_000;
    private static final int TO = 32_000;

    private FreePorts() {}

    public static int next(RandomGenerator random) {
        while (true) {
            int port = random.nextInt(FROM, TO);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return trial.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
