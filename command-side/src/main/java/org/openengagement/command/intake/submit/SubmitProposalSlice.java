package org.openengagement.command.intake.submit;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.NewReferences;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.NewCaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.Location;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.Source;

/**
 * Takes in proposals. The same commit confirms the receipt, so a sender who gets an answer is known to be received. It also
 * holds the publication by a source that publishes at once: no crash comes between the two.
 *
 * @param references makes a fresh public reference; one that is taken is made anew
 */
@Slice(
        mutation = "submitProposal",
        roles = {Role.OPERATOR, Role.COORDINATOR, Role.OFFICER, Role.PRIVACY_OFFICER, Role.ADMIN, Role.CITIZEN},
        events = {ProposalSubmitted.class, ReceiptConfirmed.class, ProposalPublished.class})
record SubmitProposalSlice(NewReferences references) implements NewCaseSlice<SubmitProposal> {

    @Override
    public List<List<LedgerEvent>> begin(SubmitProposal command, Caller caller) {
        Role role = caller.actor().role();
        Rule.uphold(
                new OnlyAnOperatorTakesDownWhatCallersAndLettersSay(command.channel(), role),
                new OnlyAnImportHasASource(command, role),
                new AProposalSaysSomething(command.text(), role),
                new ATopicOfThePublicIsAKeyword(command.topics(), role));
        List<LedgerEvent> received = List.of(submitted(command), new ReceiptConfirmed());
        return isPublishedAtOnce(command, role)
                ? List.of(received, List.of(new ProposalPublished()))
                : List.of(received);
    }

    private static boolean isPublishedAtOnce(SubmitProposal command, Role role) {
        return role == Role.IMPORT
                && command.source() != null
                && command.source().publishesAtOnce();
    }

    private ProposalSubmitted submitted(SubmitProposal command) {
        Wording wording = Wording.of(command.confidential());
        return new ProposalSubmitted(
                command.reference() == null ? references.next() : command.reference(),
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

    record OnlyAnOperatorTakesDownWhatCallersAndLettersSay(Channel channel, Role role) implements Rule {

        private static final Set<Channel> TAKEN_DOWN = Set.of(Channel.PHONE, Channel.PAPER, Channel.IN_PERSON);

        @Override
        public boolean isBroken() {
            return TAKEN_DOWN.contains(channel) && role != Role.OPERATOR && role != Role.IMPORT;
        }

        @Override
        public String sentence() {
            return "A proposal that came by %s is taken down by an operator.".formatted(channel);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.FORBIDDEN;
        }

        @Override
        public List<String> field() {
            return List.of("channel");
        }
    }

    record OnlyAnImportHasASource(SubmitProposal command, Role role) implements Rule {

        @Override
        public boolean isBroken() {
            return role != Role.IMPORT
                    && (command.source() != null || command.channel() == Channel.IMPORT || command.reference() != null);
        }

        @Override
        public String sentence() {
            return "Only an import names a source, the channel IMPORT or a reference of its own.";
        }

        @Override
        public List<String> field() {
            return List.of(command.source() != null ? "source" : command.reference() != null ? "reference" : "channel");
        }
    }

    /** An import may hold no text: the source keeps none, or erased it before its history was exported. */
    record AProposalSaysSomething(String text, Role role) implements Rule {

        @Override
        public boolean isBroken() {
            return text.isBlank() && role != Role.IMPORT;
        }

        @Override
        public String sentence() {
            return "text is empty.";
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.INVALID;
        }

        @Override
        public List<String> field() {
            return List.of("text");
        }
    }

    /** Topics stand unsealed in the ledger for ever, so what anybody can write there has no room for a sentence. */
    record ATopicOfThePublicIsAKeyword(List<String> topics, Role role) implements Rule {

        private static final int MOST = 5;
        private static final Pattern KEYWORD = Pattern.compile("(?=.{1,30}$)[\\p{L}\\p{N}]+([ -][\\p{L}\\p{N}]+)?");

        @Override
        public boolean isBroken() {
            return role == Role.CITIZEN
                    && (topics.size() > MOST
                            || !topics.stream()
                                    .allMatch(topic -> KEYWORD.matcher(topic).matches()));
        }

        @Override
        public String sentence() {
            return ("Topics are at most %d keywords, each of one or two words of letters and digits, at most 30 characters:"
                            + " they are public and cannot be erased.")
                    .formatted(MOST);
        }

        @Override
        public List<String> field() {
            return List.of("topics");
        }
    }
}
