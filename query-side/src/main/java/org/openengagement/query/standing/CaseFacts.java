package org.openengagement.query.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.clock.ClockEvent;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.FollowUpEvent;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.IntakeEvent;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.recordkeeping.RecordkeepingEvent;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralEvent;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.register.RegisterEvent;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseEvent;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;
import org.openengagement.ledger.events.support.SupportEvent;

/**
 * What there is to know of a case and of how its referrals stand: a pure fold of its stream.
 *
 * <p>Each family of events has a switch without a default: a new event does not compile before it says here what it changes.
 *
 * @param reference the public reference of the case
 * @param kind what kind of proposal it is
 * @param channel the way it came in
 * @param topics what it is about
 * @param source the name of the source it was imported from; {@code null} for what came in here
 * @param position the position of the last event folded
 * @param referrals its referrals, in the order of the ledger
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
        List<ReferralFacts> evolved = after(recorded);
        return new CaseFacts(reference, kind, channel, topics, source, recorded.position(), evolved);
    }

    /** The referrals for ANSWER: those that the figures are about. */
    public List<ReferralFacts> obligations() {
        return referrals.stream().filter(ReferralFacts::isOwedAnAnswer).toList();
    }

    private List<ReferralFacts> after(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case IntakeEvent intake -> onIntake(intake, recorded);
            case ReferralEvent referral -> onReferral(referral, recorded);
            case ResponseEvent response -> onResponse(response, recorded);
            case ClockEvent clock -> onClock(clock);
            case FollowUpEvent followUp -> onFollowUp(followUp);
            case SupportEvent support -> onSupport(support);
            case RegisterEvent ofNoCase -> referrals;
            case RecordkeepingEvent ofNoCase -> referrals;
            default -> throw new UnknownFamilyException(recorded);
        };
    }

    private List<ReferralFacts> onIntake(IntakeEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ProposalWithdrawn withdrawn ->
                each(
                        referral -> referral.latest().isOpen(),
                        referral -> referral.with(happened(FactKind.WITHDRAWN, recorded)));
            case ProposalSubmitted submitted -> referrals;
            case ReceiptConfirmed confirmed -> referrals;
            case ProposalPublished published -> referrals;
            case ProposalRejected rejected -> referrals;
        };
    }

    private List<ReferralFacts> onReferral(ReferralEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ReferralIssued issued -> plus(issued, recorded);
            case ReferralDeclined declined -> learn(declined.referral(), happened(FactKind.DECLINED, recorded));
            case ReferralForwarded forwarded -> learn(forwarded.referral(), happened(FactKind.FORWARDED, recorded));
            case ReferralObserved observed ->
                learn(observed.referral(), new Fact(FactKind.OBSERVED, observed.until(), recorded.position()));
            case ReferralAcknowledged acknowledged -> referrals;
            case ReferralAccepted accepted -> referrals;
        };
    }

    private List<ReferralFacts> onResponse(ResponseEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ResponsePublished response ->
                learn(response.referral(), happened(answerBy(response.kind()), recorded));
            // A correction keeps the first date and the first kind, so it moves no figure.
            case ResponseCorrected corrected -> referrals;
            case InterimReplyPublished interim -> referrals;
        };
    }

    private List<ReferralFacts> onClock(ClockEvent event) {
        return switch (event) {
            case GroundGiven given -> referrals;
        };
    }

    /** Closing a case ends no referral and stops no clock. */
    private List<ReferralFacts> onFollowUp(FollowUpEvent event) {
        return switch (event) {
            case CaseClosed closed -> referrals;
            case StatusChanged changed -> referrals;
        };
    }

    private List<ReferralFacts> onSupport(SupportEvent event) {
        return switch (event) {
            case SupportCounted counted -> referrals;
        };
    }

    /** An institution that answers that it is not competent has declined. */
    private static FactKind answerBy(ResponseKind kind) {
        return kind == ResponseKind.NOT_COMPETENT ? FactKind.DECLINED : FactKind.ANSWERED;
    }

    private List<ReferralFacts> plus(ReferralIssued issued, RecordedEvent recorded) {
        List<ReferralFacts> more = new ArrayList<>(referrals);
        more.add(new ReferralFacts(
                issued.referral(),
                issued.to(),
                issued.purpose(),
                issued.legalBasis(),
                recorded.envelope().effectiveOn(),
                issued.dueOn(),
                recorded.position(),
                List.of()));
        return more;
    }

    private List<ReferralFacts> learn(String number, Fact fact) {
        return each(referral -> referral.number().equals(number), referral -> referral.with(fact));
    }

    private List<ReferralFacts> each(Predicate<ReferralFacts> which, UnaryOperator<ReferralFacts> change) {
        return referrals.stream()
                .map(referral -> which.test(referral) ? change.apply(referral) : referral)
                .toList();
    }

    private static Fact happened(FactKind kind, RecordedEvent recorded) {
        return new Fact(kind, recorded.envelope().effectiveOn(), recorded.position());
    }
}
