package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openengagement.deployment.topology.Node;

/** What all clients were answered, in the order in which the answers came. */
final class AnswerBook {

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> setbacks = new TreeMap<>();
    private @Nullable Node lastAnsweredBy;
    private long repeats;

    /** A mutation was answered for the first time. */
    synchronized Acknowledged acknowledge(Mutation mutation, Answer answer, @Nullable Node by) {
        long now = System.nanoTime();
        if (!acknowledged.isEmpty()) {
            Silence since = new Silence(acknowledged.getLast().at(), now);
            if (since.length().compareTo(WORTH_TELLING) > 0) {
                silences.add(since);
            }
        }
        Acknowledged entry = new Acknowledged(mutation, answer, now);
        acknowledged.add(entry);
        if (by != null) {
            lastAnsweredBy = by;
        }
        return entry;
    }

    /** A mutation that was answered before was answered again. */
    synchronized void repeat(Acknowledged first, Answer again) {
        repeats++;
        if (!first.answer().equals(again)) {
            violations.add("%s under key %s was answered %s, and its repeat %s"
                    .formatted(first.mutation().kind(), first.mutation().key(), first.answer(), again));
        }
    }

    /** Something that may not happen, did. */
    synchronized void violation(String what) {
        violations.add(what);
    }

    /** An attempt came to nothing, and is made again. */
    synchronized void setback(String what) {
        setbacks.merge(what, 1, Integer::sum);
    }

    /** The command-side node that gave the last answer: the one that writes. */
    synchronized Optional<Node> writer() {
        return Optional.ofNullable(lastAnsweredBy);
    }

    synchronized int size() {
        return acknowledged.size();
    }

    synchronized long repeats() {
        return repeats;
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized List<Silence> silences() {
        return List.copyOf(silences);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** How often what stood in the way of an answer. */
    synchronized Map<String, Integer> setbacks() {
        return new TreeMap<>(setbacks);
    }
}
