package org.openengagement.command.importing.translating;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.followup.close.CloseCase;
import org.openengagement.command.importing.formats.Slugs;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.intake.reject.RejectProposal;
import org.openengagement.command.intake.submit.Place;
import org.openengagement.command.intake.submit.Provenance;
import org.openengagement.command.intake.submit.SubmitProposal;
import org.openengagement.command.intake.withdraw.WithdrawProposal;
import org.openengagement.command.referral.accept.AcceptReferral;
import org.openengagement.command.referral.acknowledge.AcknowledgeReferral;
import org.openengagement.command.referral.decline.DeclineReferral;
import org.openengagement.command.referral.forward.ForwardReferral;
import org.openengagement.command.referral.observe.ObserveReferral;
import org.openengagement.command.referral.refer.ReferProposal;
import org.openengagement.command.response.correct.CorrectResponse;
import org.openengagement.command.response.interim.PublishInterimReply;
import org.openengagement.command.response.publish.PublishResponse;
import org.openengagement.command.support.count.CountSupport;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;

/** The commands that lines of a case ask for. The ids of the source's referrals and answers become ours here. */
final class CaseCommands {

    /** What stands for a title that was erased at its source. */
    static final String ERASED = "[erased]";

    private final CaseMemory memory;
    private final boolean nameBecomesSlug;
    private final IdentifiedLine identified;
    private final Fields data;

    CaseCommands(CaseMemory memory, boolean nameBecomesSlug, IdentifiedLine identified) {
        this.memory = memory;
        this.nameBecomesSlug = nameBecomesSlug;
        this.identified = identified;
        this.data = identified.line().data();
    }

    /** The command of this line. */
    Command<?> command() {
        String id = identified.caseId();
        return switch (identified.line().type()) {
            case "ProposalSubmitted" -> submit();
            case "ProposalPublished" -> nothingMore(new PublishProposal(id));
            case "ProposalWithdrawn" -> nothingMore(new WithdrawProposal(id));
            case "ProposalRejected" -> {
                data.only("code", "text");
                yield new RejectProposal(id, data.oneOf(RejectionCode.class, "code"), said("text"));
            }
            case "ReferralIssued" -> refer();
            case "ReferralAcknowledged" -> ofReferral(new AcknowledgeReferral(id, referral()));
            case "ReferralAccepted" -> ofReferral(new AcceptReferral(id, referral()));
            case "ReferralDeclined" -> ofReferral(new DeclineReferral(id, referral(), said("reason")), "reason");
            case "ReferralForwarded" ->
                ofReferral(new ForwardReferral(id, referral(), to(), said("reason"), null, null), "to", "reason");
            case "ReferralObserved" -> ofReferral(new ObserveReferral(id, referral(), data.day("until")), "until");
            case "InterimReplyPublished" -> ofReferral(new PublishInterimReply(id, referral(), said("text")), "text");
            case "ResponsePublished" ->
                ofReferral(
                        new PublishResponse(id, referral(), data.oneOf(ResponseKind.class, "kind"), said("text")),
                        "response",
                        "kind",
                        "text");
            case "ResponseCorrected" ->
                ofReferral(
                        new CorrectResponse(
                                id, superseded(), data.oneOfIfAny(ResponseKind.class, "kind"), said("text")),
                        "response",
                        "supersedes",
                        "kind",
                        "text");
            case "SupportCounted" -> {
                data.only("count");
                yield new CountSupport(id, data.number("count"));
            }
            case "CaseClosed" -> {
                data.only("reason", "text");
                yield new CloseCase(id, data.oneOf(CloseReason.class, "reason"), said("text"));
            }
            default ->
                throw refused("%s is not an event of a case."
                        .formatted(identified.line().type()));
        };
    }

    private Command<?> submit() {
        data.only("reference", "kind", "channel", "language", "title", "text", "topics", "location", "confidential");
        Channel channel = data.oneOfIfAny(Channel.class, "channel");
        String title = data.has("title") ? data.textIfAny("title") : data.text("title");
        String text = data.textIfAny("text");
        return new SubmitProposal(
                identified.caseId(),
                memory.freeReference(data.textIfAny("reference")),
                data.oneOf(ProposalKind.class, "kind"),
                channel == null ? Channel.IMPORT : channel,
                data.text("language"),
                title == null ? ERASED : title,
                text == null ? "" : text,
                data.texts("topics"),
                place(),
                data.flag("confidential"),
                new Provenance(
                        identified.source().name(),
                        identified.source().licence(),
                        identified.source().url(),
                        identified.line().caseId(),
                        identified.source().publishesAtOnce()));
    }

    private @Nullable Place place() {
        Fields location = data.object("location").only("latitude", "longitude", "address");
        String latitude = location.textIfAny("latitude");
        String longitude = location.textIfAny("longitude");
        String address = location.textIfAny("address");
        return latitude == null && longitude == null && address == null
                ? null
                : new Place(latitude, longitude, address);
    }

    private Command<?> refer() {
        data.only("referral", "to", "purpose", "legalBasis", "dueOn", "computed", "forwardedFrom");
        ReferralPurpose purpose = data.oneOfIfAny(ReferralPurpose.class, "purpose");
        String from = data.textIfAny("forwardedFrom");
        return new ReferProposal(
                identified.caseId(),
                to(),
                purpose == null ? ReferralPurpose.ANSWER : purpose,
                data.textIfAny("legalBasis"),
                data.dayIfAny("dueOn"),
                from == null ? null : numberOf(from));
    }

    private String to() {
        String to = data.text("to");
        return nameBecomesSlug ? Slugs.of(to) : to;
    }

    private String referral() {
        String referral = identified.line().referral();
        if (referral == null) {
            throw refused("it must say which referral it is about.");
        }
        return numberOf(referral);
    }

    private String numberOf(String ofSource) {
        String number = memory.referral(identified.caseId(), ofSource);
        if (number == null) {
            throw refused("its case has no referral %s.".formatted(ofSource));
        }
        return number;
    }

    /** The answer that is corrected: by its id in the source, else the referral's last one. */
    private String superseded() {
        String ofSource = data.textIfAny("supersedes");
        String number = ofSource == null
                ? memory.of(identified.caseId()).lastResponse.get(referral())
                : memory.response(identified.caseId(), ofSource);
        if (number == null) {
            throw refused("there is no answer that it could correct.");
        }
        return number;
    }

    private @Nullable String said(String field) {
        String text = data.textIfAny(field);
        return text == null || text.isBlank() ? null : text;
    }

    private Command<?> nothingMore(Command<?> command) {
        data.only();
        return command;
    }

    private Command<?> ofReferral(Command<?> command, String... fields) {
        String[] known = Arrays.copyOf(fields, fields.length + 1);
        known[fields.length] = "referral";
        data.only(known);
        return command;
    }

    private LineRefusedException refused(String why) {
        return new LineRefusedException(identified.line().number(), why);
    }
}
