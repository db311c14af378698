package org.openengagement.standalone;

import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.openengagement.ledger.start.ListeningAddress;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A ledger that this process has opened. */
public final class RunningLedger implements AutoCloseable {

    /** Of Spring Boot: no server. */
    private static final int NO_PORT = -1;

    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended;

    private RunningLedger(ConfigurableApplicationContext context, CountDownLatch ended) {
        this.context = context;
        this.ended = ended;
    }

    /**
     * Opens the ledger, both sides of it, and serves it.
     *
     * @param port 0: any that is free
     * @throws RefusedException where it cannot be served, for a reason that a person can mend
     */
    public static RunningLedger serve(LedgerSettings settings, int port) {
        return start(settings, port);
    }

    /**
     * Opens the ledger for work in this process, and serves nobody.
     *
     * @throws RefusedException where it cannot be opened, for a reason that a person can mend
     */
    public static RunningLedger open(LedgerSettings settings) {
        return start(settings, NO_PORT);
    }

    private static RunningLedger start(LedgerSettings settings, int port) {
        CountDownLatch ended = new CountDownLatch(1);
        ApplicationListener<ContextClosedEvent> closing = event -> ended.countDown();
        List<String> properties = new ArrayList<>(settings.asProperties());
        properties.add("--server.port=" + port);
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(StandaloneLedger.class)
                    .listeners(closing)
                    .initializers(
                            ListeningAddress::uphold,
                            fresh -> registerStore(settings, (GenericApplicationContext) fresh))
                    .run(properties.toArray(String[]::new));
            return new RunningLedger(context, ended);
        } catch (RuntimeException failure) {
            throw Failures.refusal(failure)
                    .<RuntimeException>map(refused -> refused)
                    .orElse(failure);
        }
    }

    /** The context closes the store, after everything that stands on it. */
    private static void registerStore(LedgerSettings settings, GenericApplicationContext context) {
        context.registerBean(LedgerDatabase.class, () -> LedgerDatabase.open(settings));
        context.registerBean(
                MongoClient.class, () -> context.getBean(LedgerDatabase.class).client());
        if (settings.mongodbUri() == null) {
            // The health component is named after the bean.
            context.registerBean(
                    "storeHealthIndicator",
                    HealthIndicator.class,
                    () -> new StoreHealth(context.getBean(LedgerDatabase.class), settings));
        }
    }

    /**
     * Waits until it is known who writes to the ledger.
     *
     * @return the other process that does, for people; empty: this one
     * @throws RefusedException if it cannot be found out
     */
    public Optional<String> otherWriter() {
        return WhoWrites.other(part(LedgerStore.class));
    }

    /**
     * Brings the demonstration in, where these are its settings; at the first start that takes long.
     *
     * @param progress told how far it is, a line at a time
     */
    public void loadDemonstration(Consumer<String> progress) {
        context.getBeanProvider(Demonstration.class)
                .ifAvailable(demonstration -> otherWriter()
                        .ifPresentOrElse(
                                other -> progress.accept(
                                        "The demonstration is left to " + other + ", which writes to this ledger."),
                                () -> demonstration.load(progress)));
    }

    /** A part of it, for what runs in the same process. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
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
