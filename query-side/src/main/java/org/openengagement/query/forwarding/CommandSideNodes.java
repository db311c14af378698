package org.openengagement.query.forwarding;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The nodes of the command side: any of them may be the writer, and the one that took the last request most likely still is.
 *
 * <p>A node that hangs still takes connections and requests, and answers none. Whoever went to it first would wait for it in
 * vain, long after another has become the writer: so one that has been silent for a while is asked last.
 */
final class CommandSideNodes {

    private final List<URI> nodes;
    private final Map<URI, Silence> silences;
    private final Duration silentAfter;
    private volatile URI tookLast;

    /** @param silentAfter how long requests may wait at a node that answers none, before it counts as silent */
    CommandSideNodes(List<URI> nodes, Duration silentAfter) {
        this.nodes = nodes.stream().distinct().toList();
        this.silences = this.nodes.stream().collect(toMap(Function.identity(), node -> new Silence()));
        this.silentAfter = silentAfter;
        this.tookLast = nodes.getFirst();
    }

    /** Each once: the one that took the last request first, and those that are silent last. */
    List<URI> inOrder() {
        URI first = tookLast;
        // Looked at once: a node may fall silent while they are being put in order.
        Set<URI> silent = nodes.stream().filter(this::isSilent).collect(toSet());
        return nodes.stream()
                .sorted(Comparator.<URI, Boolean>comparing(silent::contains).thenComparing(node -> !node.equals(first)))
                .toList();
    }

    /** Whether requests wait at a node, and it has answered none for a while. */
    boolean isSilent(URI node) {
        return silenceOf(node).isLongerThan(silentAfter);
    }

    /** A request is sent to a node, which is to answer it soon. */
    Waiting waitFor(URI node) {
        Silence silence = silenceOf(node);
        silence.begin();
        return silence::end;
    }

    /** A node answered, whatever it said. */
    void answered(URI node) {
        silenceOf(node).breakOff();
    }

    /** A node took a request. */
    void took(URI node) {
        tookLast = node;
    }

    /** A node got a request and did not answer it: another is asked first from now on. */
    void didNotAnswer(URI node) {
        if (node.equals(tookLast)) {
            tookLast = nodes.get((nodes.indexOf(node) + 1) % nodes.size());
        }
    }

    private Silence silenceOf(URI node) {
        Silence silence = silences.get(node);
        if (silence == null) {
            throw new IllegalArgumentException("%s is no node of the command side.".formatted(node));
        }
        return silence;
    }

    /** A request is waiting at a node. */
    @FunctionalInterface
    interface Waiting {

        /** It was answered, or is waited for no longer. */
        void isOver();
    }

    /** How long a node has been silent while somebody waited. */
    private static final class Silence {

        private int waiting;
        private long since;

        synchronized void begin() {
            if (waiting++ == 0) {
                since = System.nanoTime();
            }
        }

        synchronized void end() {
            waiting--;
        }

        synchronized void breakOff() {
            since = System.nanoTime();
        }

        synchronized boolean isLongerThan(Duration length) {
            return waiting > 0 && System.nanoTime() - since > length.toNanos();
        }
    }
}
