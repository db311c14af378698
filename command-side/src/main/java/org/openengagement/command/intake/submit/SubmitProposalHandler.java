package org.openengagement.command.intake.submit;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Location;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.Source;

/**
 * Takes in proposals. The receipt is confirmed in the same commit: whoever is answered has been received. So is the
 * publication by a source that publishes at once: no crash comes between the two.
 */
public final class SubmitProposalHandler {

    private final Cases cases;
    private final Permissions permissions;
    private final Supplier<String> references;

    /**
     * @param references makes a fresh public reference; one that is taken is made anew
     */
    public SubmitProposalHandler(Cases cases, Permissions permissions, Supplier<String> references) {
        this.cases = cases;
        this.permissions = permissions;
        this.references = references;
    }

    @CommandHandler
    Outcome handle(SubmitProposal command, @MetaDataValue(Caller.KEY) Caller caller) {
        Role role = caller.actor().role();
        permissions.upholdDay(caller);
        Rule.uphold(
                new OnlyAnOperatorTakesDownWhatCallersAndLettersSay(command.channel(), role),
                new OnlyAnImportHasASource(command, role),
                new AProposalSaysSomething(command.text(), role),
                new ATopicOfThePublicIsAKeyword(command.topics(), role));
        List<LedgerEvent> received = List.of(submitted(command), new ReceiptConfirmed());
        List<LedgerEvent> published = isPublishedAtOnce(command, role) ? List.of(new ProposalPublished()) : List.of();
        return cases.begin(command.caseId(), caller, List.of(received, published));
    }

    private static boolean isPublishedAtOnce(SubmitProposal command, Role role) {
        return role == Role.IMPORT
                && command.source() != null
                && command.source().publishesAtOnce();
    }

    private ProposalSubmitted submitted(SubmitProposal command) {
        Wording wording = Wording.of(command.confidential());
        return new ProposalSubmitted(
                command.reference() == null ? references.get() : command.reference(),
                command.kind(),
                command.channel(),
                command.language(),
                wording.seal(command.title()),
                wording.seal(command.text()),
                command.topics(),
                location(command.location(), wording),
                command.confidential(),
                source(command.source(), wording));
    }

    private static @Nullable Location location(@Nullable Place place, Wording wording) {
        return place == null
                ? null
                : new Location(
                        wording.sealIfSaid(place.latitude()),
                        wording.sealIfSaid(place.longitude()),
                        wording.sealIfSaid(place.address()));
    }

    private static @Nullable Source source(@Nullable Provenance provenance, Wording wording) {
        return provenance == null
                ? null
                : new Source(
                        provenance.name(),
                        provenance.licence(),
                        wording.sealIfSaid(provenance.url()),
                        wording.sealIfSaid(provenance.caseId()));
    }
}
