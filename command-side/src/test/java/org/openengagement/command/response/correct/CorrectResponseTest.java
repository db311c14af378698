package org.openengagement.command.response.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Deciding.given;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectResponseTest {

    private static final Set<ResponseKind> THAT_ANSWER = EnumSet.complementOf(EnumSet.of(ResponseKind.NOT_COMPETENT));

    @Test
    void an_answer_is_replaced_by_one_with_a_number_of_its_own() {
        given(aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED), new CorrectResponseSlice())
                .when(anOfficerOf("skopje"), new CorrectResponse(CASE, "a1", null, "In May, not in April."))
                .records(new ResponseCorrected("r1", "a2", "a1", ResponseKind.ACCEPTED, said("In May, not in April.")));
    }

    @Test
    void among_the_kinds_that_answer_any_may_take_the_place_of_any_and_the_stage_stays() {
        for (ResponseKind first : THAT_ANSWER) {
            for (ResponseKind second : THAT_ANSWER) {
                whenAnswered(first)
                        .when(anOfficerOf("skopje"), correction(second))
                        .records(new ResponseCorrected("r1", "a2", "a1", second, said("As it now reads.")));
            }
        }
    }

    @Test
    void who_answered_cannot_correct_it_into_no_answer_neither_live_nor_in_history() {
        for (ResponseKind first : THAT_ANSWER) {
            for (Caller caller : List.of(anOfficerOf("skopje"), anImport())) {
                whenAnswered(first)
                        .when(caller, correction(ResponseKind.NOT_COMPETENT))
                        .isRefusedBy(CorrectResponseSlice.ACorrectionLeavesTheReferralAsItEnded.class, "kind");
            }
        }
    }

    @Test
    void who_was_not_competent_cannot_correct_it_into_an_answer_neither_live_nor_in_history() {
        for (ResponseKind second : THAT_ANSWER) {
            for (Caller caller : List.of(anOfficerOf("skopje"), anImport())) {
                whenAnswered(ResponseKind.NOT_COMPETENT)
                        .when(caller, correction(second))
                        .isRefusedBy(CorrectResponseSlice.ACorrectionLeavesTheReferralAsItEnded.class, "kind");
            }
        }
    }

    @Test
    void the_words_of_who_was_not_competent_are_corrected_and_the_referral_stays_ended() {
        for (@Nullable ResponseKind second : Arrays.<@Nullable ResponseKind>asList(null, ResponseKind.NOT_COMPETENT)) {
            whenAnswered(ResponseKind.NOT_COMPETENT)
                    .when(anOfficerOf("skopje"), correction(second))
                    .records(new ResponseCorrected(
                            "r1", "a2", "a1", ResponseKind.NOT_COMPETENT, said("As it now reads.")));
        }
    }

    @Test
    void a_correction_is_held_to_the_line_as_the_first_answer_was() {
        given(
                        aPublishedProposal()
                                .referredTo("skopje")
                                .answered(ResponseKind.ACCEPTED)
                                .corrected(ResponseKind.REJECTED),
                        new CorrectResponseSlice())
                .when(anOfficerOf("skopje"), new CorrectResponse(CASE, "a2", ResponseKind.NOT_COMPETENT, "Not ours."))
                .isRefusedBy(CorrectResponseSlice.ACorrectionLeavesTheReferralAsItEnded.class, "kind");
    }

    @Test
    void who_crosses_the_line_is_told_what_to_do_instead() {
        assertThat(refused(ResponseKind.ACCEPTED, ResponseKind.NOT_COMPETENT))
                .isEqualTo(
                        "a1 answered referral r1. The institution cannot say afterwards that the matter was not its own. "
                                + "Correct the words, say in them whose it is, or choose another kind of answer.");
        assertThat(refused(ResponseKind.NOT_COMPETENT, ResponseKind.ACCEPTED))
                .isEqualTo("a1 said that it was not the institution's to answer, and referral r1 ended so. Correct its "
                        + "words only; to answer after all, have the proposal referred to the institution again.");
    }

    @Test
    void an_answer_that_there_is_not_is_named() {
        given(aPublishedProposal().referredTo("skopje"), new CorrectResponseSlice())
                .when(anOfficerOf("skopje"), new CorrectResponse(CASE, "a1", null, "..."))
                .isRefusedAs(RefusalCode.NOT_FOUND, "response");
    }

    private static Deciding<ProposalCase> whenAnswered(ResponseKind kind) {
        return given(aPublishedProposal().referredTo("skopje").answered(kind), new CorrectResponseSlice());
    }

    private static CorrectResponse correction(@Nullable ResponseKind kind) {
        return new CorrectResponse(CASE, "a1", kind, "As it now reads.");
    }

    private static String refused(ResponseKind first, ResponseKind second) {
        return new CorrectResponseSlice.ACorrectionLeavesTheReferralAsItEnded(
                        new ResponseState("a1", "r1", first, false), second)
                .sentence();
    }
}
