package org.openengagement.command.importing.translating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.intake.reject.RejectProposal;
import org.openengagement.command.intake.submit.Place;
import org.openengagement.command.intake.submit.Provenance;
import org.openengagement.command.intake.submit.SubmitProposal;
import org.openengagement.command.intake.withdraw.WithdrawProposal;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.RejectionCode;

/** How a case begins, and how it becomes public or does not. */
final class IntakeVerbs {

    /** Stands for a title that was erased at its source. */
    private static final String ERASED = "[erased]";

    static final List<Verb> ALL = List.of(
            new Submission(),
            new MadeAnew(ReceiptConfirmed.class),
            new Publication(),
            new Rejection(),
            new Withdrawal());

    private IntakeVerbs() {}

    private static final class Submission extends CaseVerb {

        Submission() {
            super(
                    ProposalSubmitted.class,
                    "reference",
                    "kind",
                    "channel",
                    "language",
                    "title",
                    "text",
                    "topics",
                    "location",
                    "confidential");
        }

        @Override
        Command<?> command(CaseLine line) {
            Fields data = line.data();
            Channel channel = data.oneOfIfAny(Channel.class, "channel");
            String title = data.has("title") ? data.textIfAny("title") : data.text("title");
            String text = data.textIfAny("text");
            return new SubmitProposal(
                    line.caseId(),
                    line.memory().freeReference(data.textIfAny("reference")),
                    data.oneOf(ProposalKind.class, "kind"),
                    channel == null ? Channel.IMPORT : channel,
                    data.text("language"),
                    title == null ? ERASED : title,
                    text == null ? "" : text,
                    data.texts("topics"),
                    place(data.object("location").only("latitude", "longitude", "address")),
                    data.flag("confidential"),
                    provenance(line.identified()));
        }

        private static @Nullable Place place(Fields location) {
            String latitude = location.textIfAny("latitude");
            String longitude = location.textIfAny("longitude");
            String address = location.textIfAny("address");
            return latitude == null && longitude == null && address == null
                    ? null
                    : new Place(latitude, longitude, address);
        }

        private static Provenance provenance(IdentifiedLine line) {
            return new Provenance(
                    line.source().name(),
                    line.source().licence(),
                    line.source().url(),
                    line.line().caseId(),
                    line.source().publishesAtOnce());
        }

        @Override
        void remember(CaseLine line, Object result) {
            line.known()
                    .submitted(
                            line.line().effectiveOn(),
                            line.identified().source().publishesAtOnce());
        }

        /** The case stands as it was submitted, whatever its title, its text or its day is now. */
        @Override
        public void compare(ComparedLine line) {}

        @Override
        public boolean beginsCase() {
            return true;
        }
    }

    private static final class Publication extends CaseVerb {

        Publication() {
            super(ProposalPublished.class);
        }

        @Override
        Command<?> command(CaseLine line) {
            return new PublishProposal(line.caseId());
        }

        @Override
        void remember(CaseLine line, Object result) {
            line.known().waitsNoMore();
        }

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.facts().published());
        }
    }

    private static final class Rejection extends CaseVerb {

        Rejection() {
            super(ProposalRejected.class, "code", "text");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new RejectProposal(line.caseId(), line.data().oneOf(RejectionCode.class, "code"), line.said("text"));
        }

        @Override
        void remember(CaseLine line, Object result) {
            line.known().waitsNoMore();
        }

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.facts().rejected());
        }
    }

    private static final class Withdrawal extends CaseVerb {

        Withdrawal() {
            super(ProposalWithdrawn.class);
        }

        @Override
        Command<?> command(CaseLine line) {
            return new WithdrawProposal(line.caseId());
        }

        @Override
        void remember(CaseLine line, Object result) {
            line.known().waitsNoMore();
        }

        @Override
        public void compare(ComparedLine line) {
            line.isNew();
        }
    }
}
