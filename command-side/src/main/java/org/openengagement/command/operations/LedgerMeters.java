package org.openengagement.command.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openengagement.ledger.store.LedgerObserver;

/** Counts what the store does. What each meter means to an operator stands in {@code docs/runbooks/metrics.md}. */
final class LedgerMeters implements LedgerObserver {

    private final Map<Answer, Timer> answered = new EnumMap<>(Answer.class);
    private final Timer textsKept;
    private final Timer textsRefused;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong head = new AtomicLong();
    private final DistributionSummary batchUnits;
    private final DistributionSummary batchEntries;
    private final Counter answersLost;
    private final Counter collisions;
    private final Counter leaseTaken;
    private final Counter leaseLost;

    LedgerMeters(MeterRegistry registry) {
        // All of them from the start, so that an alarm sees a zero and not nothing.
        for (Answer answer : Answer.values()) {
            answered.put(
                    answer,
                    latency(
                            "oel.append.latency",
                            "How long a command waited for the ledger, by how it was answered",
                            answer.name().toLowerCase(Locale.ROOT),
                            registry));
        }
        String texts = "How long a command waited for its texts to be kept, before it waits for the ledger";
        textsKept = latency("oel.texts.latency", texts, "kept", registry);
        textsRefused = latency("oel.texts.latency", texts, "refused", registry);
        batchUnits = DistributionSummary.builder("oel.append.batch.units")
                .description("How many commands one write recorded")
                .register(registry);
        batchEntries = DistributionSummary.builder("oel.append.batch.entries")
                .description("How many entries one write recorded")
                .register(registry);
        answersLost = Counter.builder("oel.append.answers.lost")
                .description("Writes whose outcome was unknown at first, and had to be found out")
                .register(registry);
        collisions = Counter.builder("oel.append.collisions")
                .description("Writes that found another process's where they were to stand")
                .register(registry);
        leaseTaken = Counter.builder("oel.lease.taken")
                .description("How often this node became the one that writes")
                .register(registry);
        leaseLost = Counter.builder("oel.lease.lost")
                .description("How often this node stopped writing, other than by handing over")
                .register(registry);
        Gauge.builder("oel.append.waiting", waiting, AtomicInteger::get)
                .description("Commands that wait for the next write")
                .register(registry);
        Gauge.builder("oel.ledger.head", head, AtomicLong::get)
                .description("How many entries the ledger holds, as far as this node has seen")
                .register(registry);
    }

    private static Timer latency(String name, String description, String answer, MeterRegistry registry) {
        return Timer.builder(name)
                .description(description)
                .tag("answer", answer)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry);
    }

    @Override
    public void textsKept(boolean kept, Duration waited) {
        (kept ? textsKept : textsRefused).record(waited);
    }

    @Override
    public void answered(Answer answer, Duration waited) {
        Timer timer = answered.get(answer);
        if (timer != null) {
            timer.record(waited);
        }
    }

    @Override
    public void waiting(int units) {
        waiting.set(units);
    }

    @Override
    public void written(int units, int entries, long reached) {
        batchUnits.record(units);
        batchEntries.record(entries);
        reached(reached);
    }

    /** The ledger was seen to hold so many entries. */
    void reached(long entries) {
        head.accumulateAndGet(entries, Math::max);
    }

    @Override
    public void answerLost() {
        answersLost.increment();
    }

    @Override
    public void collided() {
        collisions.increment();
    }

    @Override
    public void leaseTaken() {
        leaseTaken.increment();
    }

    @Override
    public void leaseLost() {
        leaseLost.increment();
    }
}
