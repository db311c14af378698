package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.clock.ClockEvent;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.FollowUpEvent;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.IntakeEvent;
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
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;
import org.openengagement.ledger.events.support.SupportEvent;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.UnknownFamilyException;

/**
 * A case as it stands after some event of its stream. Immutable; a pure function of the events up to there. How its referrals
 * stand follows from its facts; what pages show besides is folded here, one switch without a default for each family of events.
 *
 * @param stream its stream
 * @param submitted how it began, its sealed fields opened for every audience
 * @param submittedOn the day it was submitted
 * @param recordedAt when the ledger learnt of it
 * @param opened the position of its first event
 * @param publishedAt when its publication was recorded; {@code null} while it is not public
 * @param stage where it stands
 * @param referrals in the order of their numbers
 * @param support the count of its supporters that was made last, of those recorded so far
 * @param facts what the figures need to know of it
 * @param lastSequence the place of its last event in its stream
 * @param lastPosition the position of its last event in the ledger
 */
public record CaseView(
        String stream,
        ProposalSubmitted submitted,
        LocalDate submittedOn,
        Instant recordedAt,
        long opened,
        @Nullable Instant publishedAt,
        Stage stage,
        List<ReferralView> referrals,
        @Nullable Support support,
        CaseFacts facts,
        long lastSequence,
        long lastPosition) {

    /**
     * A source's own count of supporters.
     *
     * @param counted how many
     * @param countedOn on which day
     */
    public record Support(long counted, LocalDate countedOn) {

        /** This or an earlier count, whichever was made last: an older state of a source may be imported after a newer. */
        private Support after(@Nullable Support earlier) {
            return earlier != null && earlier.countedOn.isAfter(countedOn) ? earlier : this;
        }
    }

    /** The case that some events of one stream tell of, up to a position; empty where it had not begun by then. */
    public static Optional<CaseView> fold(List<RecordedEvent> stream, long upTo) {
        CaseView view = null;
        for (RecordedEvent event : stream) {
            if (event.position() > upTo) {
                break;
            }
            view = view == null ? begin(event).orElse(null) : view.evolve(event);
        }
        return Optional.ofNullable(view);
    }

    /** The case that an event begins; empty where it begins none. */
    public static Optional<CaseView> begin(RecordedEvent recorded) {
        if (!(recorded.event() instanceof ProposalSubmitted submitted)) {
            return Optional.empty();
        }
        return Optional.of(new CaseView(
                recorded.envelope().stream(),
                submitted,
                recorded.envelope().effectiveOn(),
                recorded.recordedAt(),
                recorded.position(),
                null,
                Stage.RECEIVED,
                List.of(),
                null,
                CaseFacts.begin(recorded),
                recorded.envelope().sequence(),
                recorded.position()));
    }

    /** The case after one more event of its stream. One that it has seen already changes nothing. */
    public CaseView evolve(RecordedEvent recorded) {
        long sequence = recorded.envelope().sequence();
        if (sequence <= lastSequence) {
            return this;
        }
        if (sequence != lastSequence + 1) {
            throw new IllegalArgumentException(
                    "%s stands at %d; event %d cannot follow.".formatted(stream, lastSequence, sequence));
        }
        return learnt(recorded).after(recorded);
    }

    private CaseView after(RecordedEvent recorded) {
        LocalDate on = recorded.envelope().effectiveOn();
        return switch (recorded.event()) {
            case IntakeEvent intake -> onIntake(intake, recorded.recordedAt());
            case ReferralEvent referral -> onReferral(referral, on);
            case ResponseEvent response -> onResponse(response, recorded);
            case ClockEvent clock -> onClock(clock);
            case FollowUpEvent followUp -> onFollowUp(followUp);
            case SupportEvent supported -> onSupport(supported, on);
            case RegisterEvent ofNoCase -> this;
            case RecordkeepingEvent ofNoCase -> this;
            default -> throw new UnknownFamilyException(recorded);
        };
    }

    private CaseView onIntake(IntakeEvent event, Instant recorded) {
        return switch (event) {
            case ProposalPublished published -> publishedAt != null ? this : with(recorded, stage, referrals, support);
            case ProposalSubmitted again -> this;
            case ReceiptConfirmed confirmed -> this;
            case ProposalRejected rejected -> this;
            case ProposalWithdrawn withdrawn -> this;
        };
    }

    private CaseView onReferral(ReferralEvent event, LocalDate on) {
        return switch (event) {
            case ReferralIssued issued ->
                withReferrals(Stream.concat(
                                referrals.stream(),
                                Stream.of(ReferralView.issued(facts.referrals().getLast(), issued.computed())))
                        .toList());
            case ReferralAcknowledged arrived -> referral(arrived.referral(), it -> it.acknowledged(on));
            case ReferralAccepted accepted -> this;
            case ReferralDeclined declined -> this;
            case ReferralForwarded forwarded -> this;
            case ReferralObserved observed -> this;
        };
    }

    private CaseView onResponse(ResponseEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ResponsePublished response ->
                referral(response.referral(), it -> it.with(ResponseView.of(response, recorded)));
            case ResponseCorrected correction ->
                referral(correction.referral(), it -> it.with(ResponseView.of(correction, recorded)));
            case InterimReplyPublished interim -> this;
        };
    }

    private CaseView onClock(ClockEvent event) {
        return switch (event) {
            case GroundGiven given -> this;
        };
    }

    private CaseView onFollowUp(FollowUpEvent event) {
        return switch (event) {
            case StatusChanged moved -> with(publishedAt, moved.to(), referrals, support);
            case CaseClosed closed -> this;
        };
    }

    private CaseView onSupport(SupportEvent event, LocalDate on) {
        return switch (event) {
            case SupportCounted counted ->
                with(publishedAt, stage, referrals, new Support(counted.count(), on).after(support));
        };
    }

    /** Whether its text is for everyone. */
    public boolean isPublic() {
        return publishedAt != null && !submitted.confidential();
    }

    private CaseView referral(String number, UnaryOperator<ReferralView> change) {
        return withReferrals(referrals.stream()
                .map(each -> each.number().equals(number) ? change.apply(each) : each)
                .toList());
    }

    private CaseView withReferrals(List<ReferralView> changed) {
        return with(publishedAt, stage, changed, support);
    }

    private CaseView with(
            @Nullable Instant published, Stage moved, List<ReferralView> changed, @Nullable Support counted) {
        return new CaseView(
                stream,
                submitted,
                submittedOn,
                recordedAt,
                opened,
                published,
                moved,
                changed,
                counted,
                facts,
                lastSequence,
                lastPosition);
    }

    /** The same case at the place of one more event, with the facts after it. */
    private CaseView learnt(RecordedEvent recorded) {
        CaseFacts evolved = facts.evolve(recorded);
        List<ReferralView> standing = IntStream.range(0, referrals.size())
                .mapToObj(i -> referrals.get(i).with(evolved.referrals().get(i)))
                .toList();
        return new CaseView(
                stream,
                submitted,
                submittedOn,
                recordedAt,
                opened,
                publishedAt,
                stage,
                standing,
                support,
                evolved,
                recorded.envelope().sequence(),
                recorded.position());
    }
}
