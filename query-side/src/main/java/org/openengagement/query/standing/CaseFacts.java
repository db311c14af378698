package org.openengagement.query.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/**
 * What the figures need to know of one case: a pure fold of its stream.
 *
 * @param reference the public reference of the case
 * @param kind what kind of proposal it is
 * @param channel the way it came in
 * @param topics what it is about
 * @param source the name of the source it was imported from; {@code null} for what came in here
 * @param position the position of the last event folded
 * @param referrals its referrals for ANSWER, in the order of the ledger
 */
public record CaseFacts(
        String reference,
        ProposalKind kind,
        Channel channel,
        List<String> topics,
        @Nullable String source,
        long position,
        List<ReferralFacts> referrals) {

    public CaseFacts {
        topics = topics.stream().distinct().toList();
        referrals = List.copyOf(referrals);
    }

    /**
     * Folds a stream from its beginning.
     *
     * @param stream the events of one case in order, at least its submission
     * @throws IllegalArgumentException if the first event is not a submission
     */
    public static CaseFacts of(List<RecordedEvent> stream) {
        if (stream.isEmpty()) {
            throw new IllegalArgumentException("a case without events has no facts");
        }
        CaseFacts facts = begin(stream.getFirst());
        for (RecordedEvent event : stream) {
            facts = facts.evolve(event);
        }
        return facts;
    }

    /**
     * The facts of a case of which nothing but its submission is known.
     *
     * @throws IllegalArgumentException if the event is not a submission
     */
    public static CaseFacts begin(RecordedEvent first) {
        if (!(first.event() instanceof ProposalSubmitted submitted)) {
            throw new IllegalArgumentException("stream %s begins with %s at position %d, not with a submission"
                    .formatted(first.envelope().stream(), first.type(), first.position()));
        }
        return new CaseFacts(
                submitted.reference(),
                submitted.kind(),
                submitted.channel(),
                submitted.topics(),
                submitted.source() == null ? null : submitted.source().name(),
                first.position(),
                List.of());
    }

    /** The facts after one more event of the case. An event that was folded before changes nothing. */
    public CaseFacts evolve(RecordedEvent recorded) {
        if (recorded.position() <= position) {
            return this;
        }
        List<ReferralFacts> evolved =
                switch (recorded.event()) {
                    case ReferralIssued issued -> plus(issued, recorded);
                    case ResponsePublished response ->
                        learn(
                                response.referral(),
                                response.kind() == ResponseKind.NOT_COMPETENT ? FactKind.DECLINED : FactKind.ANSWERED,
                                recorded);
                    case ReferralDeclined declined -> learn(declined.referral(), FactKind.DECLINED, recorded);
                    case ReferralForwarded forwarded -> learn(forwarded.referral(), FactKind.FORWARDED, recorded);
                    case ReferralObserved observed ->
                        each(
                                isNumbered(observed.referral()),
                                referral -> referral.with(
                                        new Fact(FactKind.OBSERVED, observed.until(), recorded.position())));
                    case ProposalWithdrawn withdrawn ->
                        each(ReferralFacts::isOpen, referral -> referral.with(happened(FactKind.WITHDRAWN, recorded)));
                    // A correction keeps the first date and the first kind, so it moves no figure.
                    default -> referrals;
                };
        return new CaseFacts(reference, kind, channel, topics, source, recorded.position(), evolved);
    }

    /** The compact form in which an index keeps the facts of a case. */
    public byte[] toBytes() {
        return CaseFactsForm.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are not the facts of a case, or of a form that is not known here
     */
    public static CaseFacts fromBytes(byte[] bytes) {
        return CaseFactsForm.read(bytes);
    }

    private List<ReferralFacts> plus(ReferralIssued issued, RecordedEvent recorded) {
        if (issued.purpose() != ReferralPurpose.ANSWER) {
            return referrals;
        }
        List<ReferralFacts> more = new ArrayList<>(referrals);
        more.add(new ReferralFacts(
                issued.referral(),
                issued.to(),
                issued.legalBasis(),
                recorded.envelope().effectiveOn(),
                issued.dueOn(),
                recorded.position(),
                List.of()));
        return more;
    }

    private List<ReferralFacts> learn(String referral, FactKind factKind, RecordedEvent recorded) {
        return each(isNumbered(referral), known -> known.with(happened(factKind, recorded)));
    }

    private List<ReferralFacts> each(Predicate<ReferralFacts> which, UnaryOperator<ReferralFacts> change) {
        return referrals.stream()
                .map(referral -> which.test(referral) ? change.apply(referral) : referral)
                .toList();
    }

    private static Predicate<ReferralFacts> isNumbered(String number) {
        return referral -> referral.number().equals(number);
    }

    private static Fact happened(FactKind kind, RecordedEvent recorded) {
        return new Fact(kind, recorded.envelope().effectiveOn(), recorded.position());
    }
}
