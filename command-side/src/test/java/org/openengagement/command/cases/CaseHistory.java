package org.openengagement.command.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/** The history of a case in the words of the domain: {@code aPublishedProposal().referredTo("skopje").dueOn("2026-04-02")}. */
public final class CaseHistory {

    public static final String CASE = "01JCASE";
    public static final String REFERENCE = "0000000000";

    private record Happened(LedgerEvent event, LocalDate day) {}

    private final List<Happened> happened = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 3, 2);
    private int referrals;
    private int responses;

    private CaseHistory() {}

    /** Submitted on 2 March 2026, a Monday. */
    public static CaseHistory aProposalInModeration() {
        return new CaseHistory().submitted(false);
    }

    public static CaseHistory aConfidentialProposal() {
        return new CaseHistory().submitted(true).then(new ProposalPublished());
    }

    public static CaseHistory aPublishedProposal() {
        return aProposalInModeration().then(new ProposalPublished());
    }

    private CaseHistory submitted(boolean confidential) {
        return then(new ProposalSubmitted(
                        REFERENCE,
                        ProposalKind.IDEA,
                        Channel.WEB,
                        "en",
                        said("A bench by the river"),
                        said("There is nowhere to sit."),
                        List.of("parks"),
                        null,
                        confidential,
                        null))
                .then(new ReceiptConfirmed());
    }

    /** What follows happens on a day. */
    public CaseHistory on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    public CaseHistory referredTo(String institution) {
        return referred(institution, ReferralPurpose.ANSWER, null, null);
    }

    public CaseHistory referredForInformationTo(String institution) {
        return referred(institution, ReferralPurpose.INFORMATION, null, null);
    }

    /** The referral just issued has a due day. */
    public CaseHistory dueOn(String day) {
        ReferralIssued last = (ReferralIssued) happened.removeLast().event();
        referrals--;
        return referred(last.to(), last.purpose(), last.legalBasis(), LocalDate.parse(day));
    }

    /** The referral just issued has a legal basis. */
    public CaseHistory under(String legalBasis) {
        ReferralIssued last = (ReferralIssued) happened.removeLast().event();
        referrals--;
        return referred(last.to(), last.purpose(), legalBasis, last.dueOn());
    }

    private CaseHistory referred(
            String institution, ReferralPurpose purpose, @Nullable String legalBasis, @Nullable LocalDate dueOn) {
        referrals++;
        return then(new ReferralIssued("r" + referrals, institution, purpose, legalBasis, dueOn, null, null));
    }

    public CaseHistory acknowledged() {
        return then(new ReferralAcknowledged("r" + referrals));
    }

    public CaseHistory accepted() {
        return then(new ReferralAccepted("r" + referrals));
    }

    public CaseHistory declined() {
        return then(new ReferralDeclined("r" + referrals, null));
    }

    public CaseHistory forwardedTo(String institution) {
        return then(new ReferralForwarded("r" + referrals, institution, null));
    }

    public CaseHistory answered(ResponseKind kind) {
        responses++;
        return then(new ResponsePublished("r" + referrals, "a" + responses, kind, said("We will.")));
    }

    /** The answer just given is replaced. */
    public CaseHistory corrected(ResponseKind kind) {
        String before = "a" + responses;
        responses++;
        return then(new ResponseCorrected("r" + referrals, "a" + responses, before, kind, said("We shall.")));
    }

    public CaseHistory rejected() {
        return then(new ProposalRejected(RejectionCode.UNCLEAR, null));
    }

    public CaseHistory withdrawn() {
        return then(new ProposalWithdrawn());
    }

    public CaseHistory closed() {
        return then(new CaseClosed(CloseReason.SOURCE_CLOSED, null));
    }

    private CaseHistory then(LedgerEvent event) {
        happened.add(new Happened(event, today));
        return this;
    }

    /** The state that the history leads to. */
    public CaseState state() {
        CaseState state = CaseState.NONE;
        for (EventMessage<?> message : events()) {
            state = state.evolve((LedgerEvent) message.getPayload(), EventDay.of(message.getMetaData()));
        }
        return state;
    }

    /** Its events, the moves of its stage among them. */
    public List<EventMessage<?>> events() {
        List<EventMessage<?>> messages = new ArrayList<>();
        CaseState state = CaseState.NONE;
        for (Happened each : happened) {
            messages.add(message(each.event(), each.day()));
            state = state.evolve(each.event(), each.day());
            boolean submitted = each.event() instanceof ProposalSubmitted;
            if (!submitted && state.stage() != state.recordedStage()) {
                StatusChanged moved = new StatusChanged(state.recordedStage(), state.stage(), new UUID(1, 1));
                messages.add(message(moved, each.day()));
                state = state.evolve(moved, each.day());
            }
        }
        return messages;
    }

    private static EventMessage<?> message(LedgerEvent event, LocalDate day) {
        return new GenericEventMessage<>(event, Map.of(UnitMetaData.EFFECTIVE_ON, day));
    }

    /** What everyone may read once the proposal is public. */
    public static Sealed<String> said(String text) {
        return Sealed.of(text, Audience.PUBLIC);
    }
}
