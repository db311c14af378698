package org.openengagement.command.response.correct;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.response.ResponseKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record CorrectResponseController(CaseDesk desk) {

    record Input(String response, @Nullable ResponseKind kind, String text) {}

    /** Answers are found under their referral, so the payload names that. */
    @MutationMapping
    ReferralPayload correctResponse(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onResponse(
                call,
                input.response(),
                (caseId, number) -> new CorrectResponse(caseId, number, input.kind(), input.text()),
                Answered::referral);
    }
}
