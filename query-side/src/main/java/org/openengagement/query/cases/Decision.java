package org.openengagement.query.cases;

import java.util.List;
import org.openengagement.ledger.entry.RecordedEvent;

/**
 * What was decided on a case at once: the events that one command recorded. They are durable only together, so there was never
 * a case that had some of them and not the others.
 */
final class Decision {

    private Decision() {}

    /**
     * The position at which the decision ends that was being recorded at a position; the same position where none was.
     *
     * @param stream the events of one case, in order
     * @param position a position of the ledger, which may be another stream's
     */
    static long endOf(List<RecordedEvent> stream, long position) {
        return stream.stream()
                .takeWhile(event -> event.position() <= position)
                .mapToLong(RecordedEvent::lastOfUnit)
                .reduce(position, Math::max);
    }
}
