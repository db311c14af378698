package org.openengagement.query.forwarding;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The nodes of the command side: any of them may be the writer, and the one that answered last most likely still is. */
final class CommandSideNodes {

    private final List<URI> nodes;
    private volatile URI answeredLast;

    CommandSideNodes(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
        this.answeredLast = nodes.getFirst();
    }

    /** Each once, the one that answered last first. */
    List<URI> inOrder() {
        URI first = answeredLast;
        return Stream.concat(Stream.of(first), nodes.stream().filter(node -> !node.equals(first)))
                .toList();
    }

    /** Remembers who took a request. */
    void answered(URI node) {
        answeredLast = node;
    }
}
