package org.openengagement.command.response.publish;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishResponseTest {

    @Test
    void an_officer_answers() {
        whileIt(aPublishedProposal().referredTo("skopje").acknowledged())
                .when(anOfficerOf("skopje"), answer(ResponseKind.ACCEPTED))
                .records(answered(ResponseKind.ACCEPTED), moved(Stage.AWAITING_RESPONSE, Stage.ANSWERED));
    }

    @Test
    void not_competent_ends_the_referral_and_answers_nothing() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("skopje"), answer(ResponseKind.NOT_COMPETENT))
                .records(answered(ResponseKind.NOT_COMPETENT), moved(Stage.REFERRED, Stage.PUBLISHED));
    }

    @Test
    void a_closed_case_may_still_be_answered_and_stays_closed() {
        whileIt(aPublishedProposal().referredTo("skopje").closed())
                .when(anOfficerOf("skopje"), answer(ResponseKind.ACCEPTED))
                .records(answered(ResponseKind.ACCEPTED));
    }

    @Test
    void an_operator_records_a_letter_with_its_day_and_the_ground() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(
                        on("2026-03-06", anOperator().onTheGround("The letter is stamped 6 March.")),
                        answer(ResponseKind.ACCEPTED))
                .records(
                        answered(ResponseKind.ACCEPTED),
                        new GroundGiven(new UUID(1, 1), said("The letter is stamped 6 March.")),
                        moved(Stage.REFERRED, Stage.ANSWERED));
    }

    @Test
    void what_is_said_in_a_confidential_case_is_for_its_parties() {
        whileIt(aConfidentialProposal().referredTo("skopje"))
                .when(anOfficerOf("skopje"), answer(ResponseKind.ACCEPTED))
                .records(
                        new ResponsePublished(
                                "r1", "a1", ResponseKind.ACCEPTED, Sealed.of("We will.", Audience.PARTIES)),
                        moved(Stage.REFERRED, Stage.ANSWERED));
    }

    @Test
    void the_ground_given_in_a_confidential_case_is_for_its_parties() {
        whileIt(aConfidentialProposal().referredTo("skopje"))
                .when(
                        on("2026-03-06", anOperator().onTheGround("The letter is stamped 6 March.")),
                        answer(ResponseKind.ACCEPTED))
                .records(
                        new ResponsePublished(
                                "r1", "a1", ResponseKind.ACCEPTED, Sealed.of("We will.", Audience.PARTIES)),
                        new GroundGiven(new UUID(1, 1), Sealed.of("The letter is stamped 6 March.", Audience.PARTIES)),
                        moved(Stage.REFERRED, Stage.ANSWERED));
    }

    @Test
    void whoever_records_an_answer_for_an_institution_says_on_what_ground() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(aCoordinator(), answer(ResponseKind.ACCEPTED))
                .isRefusedBy("WhoActsForAnInstitutionNeedsAGround");
    }

    @Test
    void a_second_answer_clears_no_lateness_of_the_first() {
        whileIt(aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED))
                .when(on("2026-03-06", anOperator().onTheGround("It was sent then.")), answer(ResponseKind.ACCEPTED))
                .isRefusedBy("OnlyHistoryTakesEffectBeforeToday");
    }

    @Test
    void whoever_answered_was_competent() {
        whileIt(aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED))
                .when(anOfficerOf("skopje"), answer(ResponseKind.NOT_COMPETENT))
                .isRefusedBy(PublishResponseSlice.WhoAnsweredWasCompetent.class);
    }

    @Test
    void only_the_addressed_institution_answers() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("ohrid"), answer(ResponseKind.ACCEPTED))
                .isRefusedBy("OnlyTheAddressedInstitutionMayAct");
    }

    @Test
    void a_referral_that_was_forwarded_is_not_answered() {
        whileIt(aPublishedProposal().referredTo("skopje").forwardedTo("ohrid"))
                .when(anImport(), answer(ResponseKind.ACCEPTED))
                .isRefusedBy("OnlyTheInstitutionThatHoldsAReferralAnswersIt");
    }

    @Test
    void an_answer_says_something() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("skopje"), new PublishResponse(CASE, "r1", ResponseKind.ACCEPTED, null))
                .isRefusedAs(RefusalCode.INVALID, "text");
    }

    @Test
    void no_answer_precedes_delivery() {
        whileIt(aPublishedProposal().on("2026-03-05").referredTo("skopje"))
                .when(on("2026-03-04", anImport()), answer(ResponseKind.ACCEPTED))
                .isRefusedBy("NoActPrecedesDelivery", "effectiveOn");
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new PublishResponseSlice(() -> TODAY));
    }

    private static PublishResponse answer(ResponseKind kind) {
        return new PublishResponse(CASE, "r1", kind, "We will.");
    }

    private static ResponsePublished answered(ResponseKind kind) {
        return new ResponsePublished("r1", "a1", kind, said("We will."));
    }
}
