package org.openengagement.command.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/**
 * All that the rules need to know of a case. It follows from the case's events and holds nothing that can be erased.
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
            boolean receiptConfirmed, boolean published, boolean rejected, boolean withdrawn, boolean closed) {}

    /** Before anything happened. */
    public static final CaseState NONE =
            new CaseState(null, false, new Facts(false, false, false, false, false), List.of(), List.of(), null);

    /** The state after one more event. */
    public CaseState evolve(LedgerEvent event, LocalDate effectiveOn) {
        return switch (event) {
            case ProposalSubmitted submitted ->
                new CaseState(effectiveOn, submitted.confidential(), facts, referrals, responses, recordedStage);
            case ReceiptConfirmed confirmed ->
                with(new Facts(true, facts.published, facts.rejected, facts.withdrawn, facts.closed));
            case ProposalPublished published ->
                with(new Facts(facts.receiptConfirmed, true, facts.rejected, facts.withdrawn, facts.closed));
            case ProposalRejected rejected ->
                with(new Facts(facts.receiptConfirmed, facts.published, true, facts.withdrawn, facts.closed));
            case ProposalWithdrawn withdrawn ->
                with(new Facts(facts.receiptConfirmed, facts.published, facts.rejected, true, facts.closed))
                        .eachReferral(referral -> referral.status() == ReferralStatus.OPEN
                                ? referral.now(ReferralStatus.WITHDRAWN)
                                : referral);
            case CaseClosed closed ->
                with(new Facts(facts.receiptConfirmed, facts.published, facts.rejected, facts.withdrawn, true));
            case ReferralIssued issued -> plus(issued, effectiveOn);
            case ReferralAcknowledged acknowledged -> referral(acknowledged.referral(), ReferralState::asAcknowledged);
            case ReferralAccepted accepted -> referral(accepted.referral(), ReferralState::asAccepted);
            case ReferralDeclined declined ->
                referral(declined.referral(), referral -> referral.now(ReferralStatus.DECLINED));
            case ReferralForwarded forwarded ->
                referral(forwarded.referral(), referral -> referral.now(ReferralStatus.FORWARDED));
            case ResponsePublished response ->
                plus(new ResponseState(response.response(), response.referral(), response.kind(), false))
                        .referral(response.referral(), referral -> referral.now(endedBy(response.kind())));
            // A correction moves no referral: how and when the answer first ended it stands.
            case ResponseCorrected response ->
                replaced(response.supersedes())
                        .plus(new ResponseState(response.response(), response.referral(), response.kind(), false));
            case StatusChanged changed ->
                new CaseState(submittedOn, confidential, facts, referrals, responses, changed.to());
            default -> this;
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

    private CaseState with(Facts newFacts) {
        return new CaseState(submittedOn, confidential, newFacts, referrals, responses, recordedStage);
    }

    private CaseState plus(ReferralIssued issued, LocalDate deliveredOn) {
        List<ReferralState> more = new ArrayList<>(referrals);
        more.add(new ReferralState(
                issued.referral(),
                issued.to(),
                issued.purpose(),
                deliveredOn,
                issued.legalBasis(),
                issued.dueOn(),
                false,
                false,
                ReferralStatus.OPEN));
        return new CaseState(submittedOn, confidential, facts, List.copyOf(more), responses, recordedStage);
    }

    private CaseState plus(ResponseState response) {
        List<ResponseState> more = new ArrayList<>(responses);
        more.add(response);
        return new CaseState(submittedOn, confidential, facts, referrals, List.copyOf(more), recordedStage);
    }

    private static ReferralStatus endedBy(ResponseKind kind) {
        return kind == ResponseKind.NOT_COMPETENT ? ReferralStatus.NOT_COMPETENT : ReferralStatus.ANSWERED;
    }

    private CaseState replaced(String number) {
        List<ResponseState> changed = responses.stream()
                .map(response -> response.number().equals(number) ? response.replaced() : response)
                .toList();
        return new CaseState(submittedOn, confidential, facts, referrals, changed, recordedStage);
    }

    private CaseState referral(String number, UnaryOperator<ReferralState> change) {
        return eachReferral(referral -> referral.number().equals(number) ? change.apply(referral) : referral);
    }

    private CaseState eachReferral(UnaryOperator<ReferralState> change) {
        List<ReferralState> changed = referrals.stream().map(change).toList();
        return new CaseState(submittedOn, confidential, facts, changed, responses, recordedStage);
    }
}
