package org.openengagement.command.intake.publish;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;
import static org.openengagement.command.cases.Deciding.givenNoCase;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.ProposalPublished;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishProposalTest {

    @Test
    void a_coordinator_publishes_a_proposal_in_moderation() {
        whileIt(aProposalInModeration())
                .when(aCoordinator(), new PublishProposal(CASE))
                .records(new ProposalPublished(), moved(Stage.IN_MODERATION, Stage.PUBLISHED));
    }

    @Test
    void it_is_published_once() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), new PublishProposal(CASE))
                .isRefusedBy(PublishProposalSlice.OnlyAProposalInModerationIsPublished.class);
    }

    @Test
    void an_officer_does_not_publish() {
        whileIt(aProposalInModeration())
                .when(anOfficerOf("skopje"), new PublishProposal(CASE))
                .isRefusedBy("TheRoleMustAllowIt");
    }

    @Test
    void history_is_not_published_before_its_submission() {
        whileIt(aProposalInModeration())
                .when(on("2026-03-01", anImport()), new PublishProposal(CASE))
                .isRefusedBy("NothingHappensToACaseBeforeItsSubmission");
    }

    @Test
    void nothing_is_published_tomorrow() {
        whileIt(aProposalInModeration())
                .when(on("2026-03-11", anImport()), new PublishProposal(CASE))
                .isRefusedBy("NothingTakesEffectInTheFuture");
    }

    @Test
    void an_earlier_day_needs_a_ground() {
        whileIt(aProposalInModeration())
                .when(on("2026-03-09", aCoordinator()), new PublishProposal(CASE))
                .isRefusedBy("AnEarlierDayNeedsAGround");
    }

    @Test
    void a_case_that_there_is_not_is_not_published() {
        givenNoCase(new PublishProposalSlice())
                .when(aCoordinator(), new PublishProposal(CASE))
                .isRefusedAs(RefusalCode.NOT_FOUND, "reference");
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new PublishProposalSlice());
    }
}
