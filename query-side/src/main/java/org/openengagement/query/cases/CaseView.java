package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.ReferralOutcome;

/**
 * A case as it stands after some event of its stream. Immutable; a pure function of the events up to there.
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
        return after(recorded.event(), recorded).at(sequence, recorded.position(), facts.evolve(recorded));
    }

    private CaseView after(LedgerEvent event, RecordedEvent recorded) {
        LocalDate on = recorded.envelope().effectiveOn();
        return switch (event) {
            case ProposalPublished published ->
                publishedAt != null ? this : with(recorded.recordedAt(), stage, referrals, support);
            case ProposalWithdrawn withdrawn ->
                withReferrals(referrals.stream()
                        .map(each -> each.isOpen() ? each.ended(ReferralOutcome.WITHDRAWN, on) : each)
                        .toList());
            case StatusChanged moved -> with(publishedAt, moved.to(), referrals, support);
            case SupportCounted counted ->
                with(publishedAt, stage, referrals, new Support(counted.count(), on).after(support));
            case ReferralIssued issued ->
                withReferrals(Stream.concat(referrals.stream(), Stream.of(ReferralView.issued(issued, recorded)))
                        .toList());
            case ReferralAcknowledged arrived -> referral(arrived.referral(), it -> it.acknowledged(on));
            case ReferralDeclined declined ->
                referral(declined.referral(), it -> it.ended(ReferralOutcome.DECLINED, on));
            case ReferralForwarded forwarded ->
                referral(forwarded.referral(), it -> it.ended(ReferralOutcome.FORWARDED, on));
            case ReferralObserved observed -> referral(observed.referral(), it -> it.observed(observed.until()));
            case ResponsePublished response ->
                referral(
                        response.referral(),
                        it -> it.responded(new ResponseView(
                                response.response(),
                                response.kind(),
                                on,
                                recorded.recordedAt(),
                                response.text(),
                                null,
                                recorded.position())));
            case ResponseCorrected correction ->
                referral(
                        correction.referral(),
                        it -> it.corrected(new ResponseView(
                                correction.response(),
                                correction.kind(),
                                on,
                                recorded.recordedAt(),
                                correction.text(),
                                correction.supersedes(),
                                recorded.position())));
            default -> this;
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

    private CaseView at(long sequence, long position, CaseFacts evolved) {
        return new CaseView(
                stream,
                submitted,
                submittedOn,
                recordedAt,
                opened,
                publishedAt,
                stage,
                referrals,
                support,
                evolved,
                sequence,
                position);
    }
}
