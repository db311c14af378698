package org.openengagement.command.response.publish;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.response.ResponseKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record PublishResponseController(CaseDesk desk) {

    record Input(String referral, ResponseKind kind, String text) {}

    @MutationMapping
    ReferralPayload publishResponse(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(
                call,
                input.referral(),
                (caseId, number) -> new PublishResponse(caseId, number, input.kind(), input.text()),
                Answered::referral);
    }
}
