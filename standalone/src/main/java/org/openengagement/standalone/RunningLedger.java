package org.openengagement.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A ledger that is being served by this process. */
public final class RunningLedger implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended;

    private RunningLedger(ConfigurableApplicationContext context, CountDownLatch ended) {
        this.context = context;
        this.ended = ended;
    }

    /**
     * Opens the ledger and serves it.
     *
     * @param port 0: any that is free
     * @param progress told what takes long, a line at a time
     * @throws RefusedException where it cannot be served, for a reason that a person can mend
     */
    public static RunningLedger start(LedgerSettings settings, int port, Consumer<String> progress) {
        CountDownLatch ended = new CountDownLatch(1);
        ApplicationListener<ContextClosedEvent> closing = event -> ended.countDown();
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(StandaloneLedger.class)
                    .listeners(closing)
                    .run("--server.port=" + port);
            return new RunningLedger(context, ended);
        } catch (RuntimeException failure) {
            throw Failures.forAPerson(failure);
        }
    }

    /** The port that it is served at. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Waits until the ledger is told to stop. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Answers what is under way, then stops. */
    @Override
    public void close() {
        context.close();
    }
}
