package org.openengagement.query.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;

/**
 * What was decided on a case at once. Its events were recorded in one commit and are durable only together, so there was never
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
        int held = (int)
                stream.stream().takeWhile(event -> event.position() <= position).count();
        int end = held;
        while (end > 0 && end < stream.size() && isGoneOnWith(stream.subList(0, end), stream.get(end))) {
            end++;
        }
        return end == held ? position : stream.get(end - 1).position();
    }

    /**
     * Whether the next event belongs to the decision of the last. The events say so themselves; that they were recorded at the
     * same instant does not: two commands may be, one after the other.
     */
    private static boolean isGoneOnWith(List<RecordedEvent> events, RecordedEvent next) {
        return switch (next.event()) {
            case StatusChanged moved -> ids(events).contains(moved.cause());
            case GroundGiven given -> ids(events).contains(given.event());
            case ReceiptConfirmed confirmed -> events.getLast().event() instanceof ProposalSubmitted;
            case ReferralIssued issued -> isForwardedLive(events.getLast(), issued);
            default -> false;
        };
    }

    /** Live, a referral is forwarded and the next one issued at once; an import brings in each by itself. */
    private static boolean isForwardedLive(RecordedEvent last, ReferralIssued next) {
        return last.event() instanceof ReferralForwarded forwarded
                && forwarded.referral().equals(next.forwardedFrom())
                && last.envelope().actor().role() != Role.IMPORT;
    }

    private static Set<UUID> ids(List<RecordedEvent> events) {
        return events.stream().map(event -> event.envelope().id()).collect(Collectors.toSet());
    }
}
