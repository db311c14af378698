package org.openengagement.query.ledgers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.openengagement.ledger.events.intake.Source;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;

/** Tells what happens to one case, event by event. */
public final class CaseStory {

    private final MemoryLedger ledger;
    private final String stream;
    private final String reference;
    private @Nullable Stage stage;
    private int referrals;
    private int responses;

    private CaseStory(MemoryLedger ledger, String reference) {
        this.ledger = ledger;
        this.reference = reference;
        this.stream = Streams.proposal("id-" + reference);
    }

    public static CaseStory submitted(MemoryLedger ledger, String reference, String on, String title, String text) {
        return submitted(ledger, reference, on, title, text, false);
    }

    public static CaseStory submitted(
            MemoryLedger ledger, String reference, String on, String title, String text, boolean confidential) {
        CaseStory story = new CaseStory(ledger, reference);
        return story.moves(
                on,
                new ProposalSubmitted(
                        reference,
                        ProposalKind.PETITION,
                        Channel.WEB,
                        "en",
                        Sealed.of(title, Audience.PUBLIC),
                        Sealed.of(text, Audience.PUBLIC),
                        List.of("roads"),
                        null,
                        confidential,
                        new Source(
                                "a test",
                                "CC-BY-4.0",
                                Sealed.of("https://example.org/" + reference, Audience.PUBLIC),
                                Sealed.of("case-" + reference, Audience.STAFF))),
                Stage.IN_MODERATION);
    }

    public CaseStory published(String on) {
        return moves(on, new ProposalPublished(), Stage.PUBLISHED);
    }

    public CaseStory rejected(String on) {
        return moves(on, new ProposalRejected(RejectionCode.UNCLEAR, null), Stage.REJECTED);
    }

    public CaseStory withdrawn(String on) {
        return moves(on, new ProposalWithdrawn(), Stage.WITHDRAWN);
    }

    /** The next referral, for an answer; {@code null}: without a due day. */
    public CaseStory referredTo(String institution, String on, @Nullable String dueOn) {
        referrals++;
        return moves(
                on,
                new ReferralIssued(
                        "r" + referrals,
                        institution,
                        ReferralPurpose.ANSWER,
                        null,
                        dueOn == null ? null : LocalDate.parse(dueOn),
                        null,
                        null),
                Stage.REFERRED);
    }

    public CaseStory acknowledged(String on) {
        return moves(on, new ReferralAcknowledged("r" + referrals), Stage.AWAITING_RESPONSE);
    }

    public CaseStory declined(String on) {
        return moves(
                on, new ReferralDeclined("r" + referrals, Sealed.of("Not ours.", Audience.PUBLIC)), Stage.PUBLISHED);
    }

    public CaseStory observedUntil(String until) {
        happens(until, new ReferralObserved("r" + referrals, LocalDate.parse(until)));
        return this;
    }

    public CaseStory answered(String on, String text) {
        responses++;
        return moves(
                on,
                new ResponsePublished(
                        "r" + referrals, "a" + responses, ResponseKind.ACCEPTED, Sealed.of(text, Audience.PUBLIC)),
                Stage.ANSWERED);
    }

    public CaseStory supportedBy(long count, String on) {
        happens(on, new SupportCounted(count));
        return this;
    }

    public String stream() {
        return stream;
    }

    public String reference() {
        return reference;
    }

    /** The position of the newest event of the whole ledger. */
    public long position() {
        return ledger.size() - 1;
    }

    private void happens(String on, LedgerEvent event) {
        ledger.record(stream, on, event);
    }

    /** Something happens, and moves the case to a stage: one command records both. */
    private CaseStory moves(String on, LedgerEvent event, Stage to) {
        ledger.asOneUnit(() -> {
            RecordedEvent cause = ledger.record(stream, on, event);
            if (stage != to) {
                happens(on, new StatusChanged(stage, to, cause.envelope().id()));
                stage = to;
            }
        });
        return this;
    }
}
