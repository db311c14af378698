package org.openengagement.command.response.correct;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;
import static org.openengagement.command.cases.Deciding.permissions;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectResponseTest {

    @Test
    void an_answer_is_replaced_by_one_with_a_number_of_its_own() {
        given(
                        aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED),
                        cases -> new CorrectResponseHandler(cases, permissions()))
                .when(anOfficerOf("skopje"), new CorrectResponse(CASE, "a1", null, "In May, not in April."))
                .records(new ResponseCorrected("r1", "a2", "a1", ResponseKind.ACCEPTED, said("In May, not in April.")));
    }

    @Test
    void a_correction_may_turn_it_into_no_answer() {
        given(
                        aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED),
                        cases -> new CorrectResponseHandler(cases, permissions()))
                .when(
                        anOfficerOf("skopje"),
                        new CorrectResponse(CASE, "a1", ResponseKind.NOT_COMPETENT, "It is not ours."))
                .records(
                        new ResponseCorrected("r1", "a2", "a1", ResponseKind.NOT_COMPETENT, said("It is not ours.")),
                        moved(Stage.ANSWERED, Stage.PUBLISHED));
    }

    @Test
    void an_answer_that_there_is_not_is_named() {
        given(aPublishedProposal().referredTo("skopje"), cases -> new CorrectResponseHandler(cases, permissions()))
                .when(anOfficerOf("skopje"), new CorrectResponse(CASE, "a1", null, "..."))
                .isRefusedAs(RefusalCode.NOT_FOUND, "response");
    }
}
