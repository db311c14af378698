package org.openengagement.ledger.start;

import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts a node as a process of its own. Where it cannot start, a person is told why in one message on standard error, and
 * the process ends with 2; where the reason is none that a person can mend, with all that is known of it, and 1.
 */
public final class NodeStart {

    private static final Logger LOG = LoggerFactory.getLogger(NodeStart.class);
    private static final int STARTED = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private NodeStart() {}

    /**
     * Starts it, or ends this process.
     *
     * @param name what the node is, for people
     */
    public static void run(String name, SpringApplicationBuilder node, String... arguments) {
        int status = attempt(name, node, System.err, arguments);
        if (status != STARTED) {
            System.exit(status);
        }
    }

    /**
     * Starts it.
     *
     * @param told where a person is told why it does not start
     * @return the exit status of the process that it was to be; 0: it runs
     */
    public static int attempt(String name, SpringApplicationBuilder node, PrintStream told, String... arguments) {
        try {
            node.initializers(ListeningAddress::uphold).run(arguments);
            return STARTED;
        } catch (RuntimeException | Error failure) {
            Optional<String> reason = StartFailure.reason(failure);
            reason.ifPresentOrElse(
                    words -> told.printf("%s does not start. %s%n", name, words),
                    () -> LOG.error("{} does not start.", name, failure));
            return reason.isPresent() ? REFUSED : FAILED;
        }
    }
}
