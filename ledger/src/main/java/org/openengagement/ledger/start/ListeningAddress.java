package org.openengagement.ledger.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Where a process is to listen, looked at before anything of it starts: the server itself would tell only when all else has
 * started, and with its insides.
 */
public final class ListeningAddress {

    private static final int MOST = 65_535;

    /** Of Spring Boot: no server. */
    private static final int NO_PORT = -1;

    private ListeningAddress() {}

    /**
     * Upholds that the ports can be, and that the addresses are this machine's: those of the server, and of the one for health
     * and metrics. Whether a port is free is seen when it is taken.
     *
     * @param fresh a context before it is started
     * @throws UnusableSettingException if not
     */
    public static void uphold(ConfigurableApplicationContext fresh) {
        uphold("server", fresh.getEnvironment());
        uphold("management.server", fresh.getEnvironment());
    }

    private static void uphold(String server, Environment settings) {
        Binder said = Binder.get(settings);
        said.bind(server + ".port", Integer.class).ifBound(port -> upholdPort(server, port));
        said.bind(server + ".address", InetAddress.class).ifBound(address -> upholdAddress(server, address));
    }

    private static void upholdPort(String server, int port) {
        if (port < NO_PORT || port > MOST) {
            throw new UnusableSettingException(
                    "%s.port is %d. A port is a number from 0, any that is free, to %d.".formatted(server, port, MOST),
                    null);
        }
    }

    private static void upholdAddress(String server, InetAddress address) {
        try {
            new ServerSocket(0, 1, address).close();
        } catch (IOException notHere) {
            throw new UnusableSettingException(
                    "%s.address is %s, at which this machine cannot listen (%s). Leave it out to listen at all of its addresses."
                            .formatted(server, address.getHostAddress(), notHere.getMessage()),
                    notHere);
        }
    }
}
