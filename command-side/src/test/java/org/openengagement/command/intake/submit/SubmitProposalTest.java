package org.openengagement.command.intake.submit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.givenNoCase;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.Source;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubmitProposalTest {

    @Test
    void a_citizen_submits_and_is_told_in_one_commit() {
        whenThereIsNone()
                .when(aCitizen(), proposal(Channel.WEB, false, null))
                .records(submitted(Channel.WEB, Audience.PUBLIC, null), new ReceiptConfirmed(), inModeration());
    }

    @Test
    void what_is_confidential_is_for_its_parties() {
        whenThereIsNone()
                .when(aCitizen(), proposal(Channel.WEB, true, null))
                .records(submitted(Channel.WEB, Audience.PARTIES, null), new ReceiptConfirmed(), inModeration());
    }

    @Test
    void what_a_letter_says_is_taken_down_by_an_operator() {
        whenThereIsNone()
                .when(aCitizen(), proposal(Channel.PAPER, false, null))
                .isRefusedBy(SubmitProposalSlice.OnlyAnOperatorTakesDownWhatCallersAndLettersSay.class, "channel");
        whenThereIsNone()
                .when(anOperator(), proposal(Channel.PAPER, false, null))
                .records(submitted(Channel.PAPER, Audience.PUBLIC, null), new ReceiptConfirmed(), inModeration());
    }

    @Test
    void history_names_its_source() {
        Provenance provenance = new Provenance("UK Parliament petitions", "OGL-UK-3.0", null, "petition-7", false);
        whenThereIsNone()
                .when(on("2019-03-01", anImport()), proposal(Channel.WEB, false, provenance))
                .records(
                        submitted(
                                Channel.WEB,
                                Audience.PUBLIC,
                                new Source("UK Parliament petitions", "OGL-UK-3.0", null, said("petition-7"))),
                        new ReceiptConfirmed(),
                        inModeration());
    }

    @Test
    void what_a_source_publishes_at_once_is_public_in_the_very_commit_of_its_submission() {
        Provenance provenance = new Provenance("FixMyStreet", null, null, null, true);
        whenThereIsNone()
                .when(on("2019-03-01", anImport()), proposal(Channel.WEB, false, provenance))
                .records(
                        submitted(Channel.WEB, Audience.PUBLIC, new Source("FixMyStreet", null, null, null)),
                        new ReceiptConfirmed(),
                        inModeration(),
                        new ProposalPublished(),
                        moved(Stage.IN_MODERATION, Stage.PUBLISHED));
    }

    @Test
    void only_history_may_lack_a_text() {
        whenThereIsNone()
                .when(aCitizen(), without("  ", null))
                .isRefusedBy(SubmitProposalSlice.AProposalSaysSomething.class, "text");
        whenThereIsNone()
                .when(anOperator(), without("", null))
                .isRefusedBy(SubmitProposalSlice.AProposalSaysSomething.class, "text");
        Provenance provenance = new Provenance("Elsewhere", null, null, null, false);
        whenThereIsNone()
                .when(aCoordinator(), without("", provenance))
                .isRefusedBy(SubmitProposalSlice.OnlyAnImportHasASource.class, "source");
    }

    @Test
    void nobody_else_names_a_source() {
        whenThereIsNone()
                .when(aCitizen(), proposal(Channel.WEB, false, new Provenance("Elsewhere", null, null, null, false)))
                .isRefusedBy(SubmitProposalSlice.OnlyAnImportHasASource.class, "source");
    }

    @Test
    void a_topic_of_the_public_has_no_room_for_a_sentence() {
        whenThereIsNone()
                .when(
                        aCitizen(),
                        new SubmitProposal(
                                CASE,
                                null,
                                ProposalKind.IDEA,
                                Channel.WEB,
                                "en",
                                "A bench",
                                "By the river.",
                                List.of("My neighbour never sweeps"),
                                null,
                                false,
                                null))
                .isRefusedBy(SubmitProposalSlice.ATopicOfThePublicIsAKeyword.class);
    }

    @Test
    void a_citizen_claims_no_earlier_day() {
        whenThereIsNone()
                .when(on("2026-03-01", aCitizen()), proposal(Channel.WEB, false, null))
                .isRefusedBy("OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay");
    }

    @Test
    void a_title_of_control_characters_is_no_title() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> titled("A bench \u0000"))
                .withMessageContaining("U+0000");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> titled("half a character \ud83d"))
                .withMessageContaining("U+D83D");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> titled(" ")).withMessage("title is empty.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> titled("x".repeat(501)))
                .withMessage("title is 501 characters long; at most 500 are taken.");
    }

    private static Deciding<ProposalCase> whenThereIsNone() {
        return givenNoCase(new SubmitProposalSlice(() -> REFERENCE));
    }

    private static SubmitProposal proposal(Channel channel, boolean confidential, @Nullable Provenance source) {
        return new SubmitProposal(
                CASE,
                null,
                ProposalKind.IDEA,
                channel,
                "en",
                "A bench",
                "By the river.",
                List.of("parks"),
                null,
                confidential,
                source);
    }

    private static SubmitProposal without(String text, @Nullable Provenance source) {
        return new SubmitProposal(
                CASE, null, ProposalKind.IDEA, Channel.WEB, "en", "A bench", text, List.of(), null, false, source);
    }

    private static SubmitProposal titled(String title) {
        return new SubmitProposal(
                CASE, null, ProposalKind.IDEA, Channel.WEB, "en", title, "Text.", List.of(), null, false, null);
    }

    private static ProposalSubmitted submitted(Channel channel, Audience audience, @Nullable Source source) {
        return new ProposalSubmitted(
                REFERENCE,
                ProposalKind.IDEA,
                channel,
                "en",
                Sealed.of("A bench", audience),
                Sealed.of("By the river.", audience),
                List.of("parks"),
                null,
                audience == Audience.PARTIES,
                source);
    }

    private static StatusChanged inModeration() {
        return new StatusChanged(null, Stage.IN_MODERATION, new UUID(1, 1));
    }
}
