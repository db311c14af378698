package org.openengagement.command.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
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
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralEvent;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseEvent;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;
import org.openengagement.ledger.events.support.SupportEvent;

/**
 * All that the rules need to know of a case. It follows from the case's events alone, and holds nothing that
 * can be erased. An event of a new type is given its place in the fold here, or this does not compile.
 *
 * @param submittedOn the day of its submission; {@code null} before that
 * @param confidential whether its text never becomes public
 * @param facts what happened to it as a whole
 * @param referrals in the order in which they were issued
 * @param responses in the order in which they were given
 * @param recordedStage the stage that the ledger last recorded; {@code null} before the first
 */
public record CaseState(
        @Nullable LocalDate submittedOn,
        boolean confidential,
        Facts facts,
        List<ReferralState> referrals,
        List<ResponseState> responses,
        @Nullable Stage recordedStage) {

    /** What happened to a case as a whole. */
    public record Facts(
            boolean receiptConfirmed, boolean published, boolean rejected, boolean withdrawn, boolean closed) {

        Facts andReceiptConfirmed() {
            return new Facts(true, published, rejected, withdrawn, closed);
        }

        Facts andPublished() {
            return new Facts(receiptConfirmed, true, rejected, withdrawn, closed);
        }

        Facts andRejected() {
            return new Facts(receiptConfirmed, published, true, withdrawn, closed);
        }

        Facts andWithdrawn() {
            return new Facts(receiptConfirmed, published, rejected, true, closed);
        }

        Facts andClosed() {
            return new Facts(receiptConfirmed, published, rejected, withdrawn, true);
        }
    }

    /** Before anything happened. */
    public static final CaseState NONE =
            new CaseState(null, false, new Facts(false, false, false, false, false), List.of(), List.of(), null);

    /**
     * The state after one more event.
     *
     * @throws IllegalArgumentException if events of its family do not happen to cases
     */
    public CaseState evolve(LedgerEvent event, LocalDate effectiveOn) {
        return switch (event) {
            case IntakeEvent intake -> onIntake(intake, effectiveOn);
            case ReferralEvent referral -> onReferral(referral, effectiveOn);
            case ResponseEvent response -> onResponse(response);
            case FollowUpEvent followUp -> onFollowUp(followUp);
            case SupportEvent support -> onSupport(support);
            case ClockEvent clock -> onClock(clock);
            default -> throw StreamState.foreign(event, "a case");
        };
    }

    private CaseState onIntake(IntakeEvent event, LocalDate effectiveOn) {
        return switch (event) {
            case ProposalSubmitted submitted -> submitted(effectiveOn, submitted.confidential());
            case ReceiptConfirmed confirmed -> with(facts.andReceiptConfirmed());
            case ProposalPublished published -> with(facts.andPublished());
            case ProposalRejected rejected -> with(facts.andRejected());
            case ProposalWithdrawn withdrawn -> with(facts.andWithdrawn()).eachReferral(ReferralState::caseWithdrawn);
        };
    }

    private CaseState onReferral(ReferralEvent event, LocalDate effectiveOn) {
        return switch (event) {
            case ReferralIssued issued -> plus(ReferralState.issued(issued, effectiveOn));
            case ReferralAcknowledged acknowledged -> change(acknowledged.referral(), ReferralState::acknowledge);
            case ReferralAccepted accepted -> change(accepted.referral(), ReferralState::accept);
            case ReferralDeclined declined -> change(declined.referral(), ReferralState::decline);
            case ReferralForwarded forwarded -> change(forwarded.referral(), ReferralState::forward);
            case ReferralObserved observed -> this;
        };
    }

    private CaseState onResponse(ResponseEvent event) {
        return switch (event) {
            case ResponsePublished response ->
                plus(ResponseState.of(response))
                        .change(response.referral(), referral -> referral.answer(response.kind()));
            // A correction moves no referral: how and when the answer first ended it stands.
            case ResponseCorrected response -> replaced(response.supersedes()).plus(ResponseState.of(response));
            case InterimReplyPublished reply -> this;
        };
    }

    private CaseState onFollowUp(FollowUpEvent event) {
        return switch (event) {
            case CaseClosed closed -> with(facts.andClosed());
            case StatusChanged changed -> recorded(changed.to());
        };
    }

    private CaseState onSupport(SupportEvent event) {
        return switch (event) {
            case SupportCounted counted -> this;
        };
    }

    private CaseState onClock(ClockEvent event) {
        return switch (event) {
            case GroundGiven given -> this;
        };
    }

    /** The stage of the case, as a pure function of it. */
    public Stage stage() {
        return CaseStage.of(this);
    }

    /** A referral by its number. */
    public Optional<ReferralState> referral(String number) {
        return referrals.stream()
                .filter(referral -> referral.number().equals(number))
                .findFirst();
    }

    /** An answer by its number. */
    public Optional<ResponseState> response(String number) {
        return responses.stream()
                .filter(response -> response.number().equals(number))
                .findFirst();
    }

    /** The number that the next referral takes. */
    public String nextReferral() {
        return "r" + (referrals.size() + 1);
    }

    /** The number that the next answer takes. */
    public String nextResponse() {
        return "a" + (responses.size() + 1);
    }

    private CaseState submitted(LocalDate day, boolean newConfidential) {
        return new CaseState(day, newConfidential, facts, referrals, responses, recordedStage);
    }

    private CaseState recorded(Stage stage) {
        return new CaseState(submittedOn, confidential, facts, referrals, responses, stage);
    }

    private CaseState with(Facts newFacts) {
        return new CaseState(submittedOn, confidential, newFacts, referrals, responses, recordedStage);
    }

    private CaseState plus(ReferralState referral) {
        List<ReferralState> more = new ArrayList<>(referrals);
        more.add(referral);
        return new CaseState(submittedOn, confidential, facts, List.copyOf(more), responses, recordedStage);
    }

    private CaseState plus(ResponseState response) {
        List<ResponseState> more = new ArrayList<>(responses);
        more.add(response);
        return new CaseState(submittedOn, confidential, facts, referrals, List.copyOf(more), recordedStage);
    }

    private CaseState replaced(String number) {
        List<ResponseState> changed = responses.stream()
                .map(response -> response.number().equals(number) ? response.replaced() : response)
                .toList();
        return new CaseState(submittedOn, confidential, facts, referrals, changed, recordedStage);
    }

    private CaseState change(String number, UnaryOperator<ReferralState> change) {
        return eachReferral(referral -> referral.number().equals(number) ? change.apply(referral) : referral);
    }

    private CaseState eachReferral(UnaryOperator<ReferralState> change) {
        List<ReferralState> changed = referrals.stream().map(change).toList();
        return new CaseState(submittedOn, confidential, facts, changed, responses, recordedStage);
    }
}
