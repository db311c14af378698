package org.openengagement.ledger.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.openengagement.ledger.store.waiting.Reply;

/** The disclosures of one command, between the caller, who waits, and whoever keeps them together with others'. */
final class WaitingDisclosures {

    private final List<Disclosure> disclosures;
    private final long weight;
    private final MonotonicTime time;
    private final long turnEnds;
    private final Reply<Boolean> reply = new Reply<>();

    /** @param disclosures at least one */
    WaitingDisclosures(List<Disclosure> disclosures, Duration patience, MonotonicTime time) {
        this.disclosures = List.copyOf(disclosures);
        this.weight = this.disclosures.stream()
                .flatMap(disclosure -> disclosure.fields().values().stream())
                .mapToLong(WaitingDisclosures::weigh)
                .sum();
        this.time = time;
        this.turnEnds = time.nanos() + patience.toNanos();
    }

    List<Disclosure> disclosures() {
        return disclosures;
    }

    int count() {
        return disclosures.size();
    }

    /** Bytes of its values and salts. */
    long weight() {
        return weight;
    }

    boolean hasWaitedTooLong() {
        return time.nanos() - turnEnds > 0;
    }

    /**
     * Tells the caller what became of them, where that is known by now.
     *
     * @param thereBefore the events that had a disclosure already
     * @param held those disclosures, as far as a majority holds them
     * @return whether it is known
     */
    boolean settle(Set<UUID> thereBefore, Map<UUID, Disclosure> held) {
        for (Disclosure own : disclosures) {
            Disclosure other = held.get(own.event());
            if (other != null && !other.equals(own)) {
                reply.fail(new IllegalStateException(
                        "Event %s has another disclosure already; its seals would not open.".formatted(own.event())));
                return true;
            }
        }
        boolean known = disclosures.stream()
                .map(Disclosure::event)
                .allMatch(event -> !thereBefore.contains(event) || held.containsKey(event));
        if (known) {
            reply.succeed(true);
        }
        return known;
    }

    void fail(RuntimeException reason) {
        reply.fail(reason);
    }

    /** See {@link Reply#await}. */
    void await() {
        var unused = reply.await();
    }

    private static long weigh(SealedField field) {
        return (long) field.value().getBytes(UTF_8).length + field.salt().length();
    }
}
