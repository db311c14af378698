package org.openengagement.command.referral.refer;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.ARegister;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferProposalTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 2);

    @Test
    void a_published_proposal_is_handed_to_an_institution() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("skopje", null, DUE))
                .records(issued("r1", "skopje", null, DUE, null), moved(Stage.PUBLISHED, Stage.REFERRED));
    }

    @Test
    void the_due_day_follows_from_the_legal_basis_and_is_explained() {
        LocalDate delivered = LocalDate.of(2026, 3, 10);
        LocalDate due = LocalDate.of(2026, 3, 25);
        ComputedDeadline explained = new ComputedDeadline(
                "1", null, null, List.of(new Step(delivered, What.DELIVERED), new Step(due, What.DUE)));
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("skopje", "calendar-15", null))
                .records(issued("r1", "skopje", "calendar-15", due, explained), moved(Stage.PUBLISHED, Stage.REFERRED));
    }

    @Test
    void a_due_day_that_is_given_goes_before_the_legal_basis() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("skopje", "calendar-15", DUE))
                .records(issued("r1", "skopje", "calendar-15", DUE, null), moved(Stage.PUBLISHED, Stage.REFERRED));
    }

    @Test
    void two_institutions_may_be_asked_and_the_stage_moves_once() {
        whileIt(aPublishedProposal().referredTo("skopje").dueOn("2026-04-02"))
                .when(aCoordinator(), referral("ohrid", null, null))
                .records(issued("r2", "ohrid", null, null, null));
    }

    @Test
    void the_same_institution_is_not_asked_twice_at_a_time() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(aCoordinator(), referral("skopje", null, null))
                .isRefusedBy(AnInstitutionIsAskedOnceAtATime.class, "institution");
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anImport(), referral("skopje", null, null))
                .isRefusedBy(AnInstitutionIsAskedOnceAtATime.class, "institution");
    }

    @Test
    void a_due_day_does_not_come_before_delivery_but_in_history() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("skopje", null, LocalDate.of(2020, 1, 1)))
                .isRefusedBy("ADueDayIsNotBeforeDelivery", "dueOn");
        whileIt(aPublishedProposal())
                .when(anImport(), referral("skopje", null, LocalDate.of(2020, 1, 1)))
                .records(
                        issued("r1", "skopje", null, LocalDate.of(2020, 1, 1), null),
                        moved(Stage.PUBLISHED, Stage.REFERRED));
    }

    @Test
    void a_referral_for_information_has_no_deadline() {
        whileIt(aPublishedProposal())
                .when(
                        aCoordinator(),
                        new ReferProposal(CASE, "skopje", ReferralPurpose.INFORMATION, "calendar-15", null, null))
                .isRefusedBy("AReferralForInformationHasNoDeadline", "legalBasis");
        whileIt(aPublishedProposal())
                .when(
                        aCoordinator(),
                        new ReferProposal(CASE, "skopje", ReferralPurpose.INFORMATION, "calendar-15", DUE, null))
                .isRefusedBy("AReferralForInformationHasNoDeadline", "dueOn");
        whileIt(aPublishedProposal())
                .when(anImport(), new ReferProposal(CASE, "skopje", ReferralPurpose.INFORMATION, null, DUE, null))
                .isRefusedBy("AReferralForInformationHasNoDeadline", "dueOn");
    }

    @Test
    void what_is_not_public_is_not_referred() {
        whileIt(aProposalInModeration())
                .when(anImport(), referral("skopje", null, null))
                .isRefusedBy(ReferProposalSlice.OnlyAPublishedProposalIsReferred.class);
    }

    @Test
    void nobody_is_asked_who_is_not_in_the_register() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("atlantis", null, null))
                .isRefusedAs(RefusalCode.NOT_FOUND, "institution");
    }

    @Test
    void no_law_counts_that_was_not_enacted() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), referral("skopje", "hammurabi", null))
                .isRefusedAs(RefusalCode.NOT_FOUND, "legalBasis");
    }

    @Test
    void a_case_that_was_closed_is_referred_in_history_only() {
        CaseHistory closed = aPublishedProposal().closed();
        whileIt(closed)
                .when(aCoordinator(), referral("skopje", null, null))
                .isRefusedBy(ReferProposalSlice.ACaseThatEndedIsNotReferred.class);
        whileIt(closed)
                .when(anImport(), referral("skopje", null, null))
                .records(issued("r1", "skopje", null, null, null));
    }

    @Test
    void an_earlier_delivery_is_recorded_with_its_ground() {
        whileIt(aPublishedProposal())
                .when(
                        on("2026-03-05", aCoordinator().onTheGround("Sent by registered letter.")),
                        referral("skopje", null, DUE))
                .records(
                        issued("r1", "skopje", null, DUE, null),
                        new GroundGiven(new UUID(1, 1), said("Sent by registered letter.")),
                        moved(Stage.PUBLISHED, Stage.REFERRED));
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new ReferProposalSlice(ARegister.ofTheTests()));
    }

    private static ReferProposal referral(String institution, @Nullable String legalBasis, @Nullable LocalDate dueOn) {
        return new ReferProposal(CASE, institution, ReferralPurpose.ANSWER, legalBasis, dueOn, null);
    }

    private static ReferralIssued issued(
            String number,
            String to,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn,
            @Nullable ComputedDeadline computed) {
        return new ReferralIssued(number, to, ReferralPurpose.ANSWER, legalBasis, dueOn, computed, null);
    }
}
