package org.openengagement.command.response.interim;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.command.response.Answered;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record PublishInterimReplyController(CaseDesk desk) {

    record Input(String referral, String text) {}

    @MutationMapping
    ReferralPayload publishInterimReply(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(
                call,
                input.referral(),
                (caseId, number) -> new PublishInterimReply(caseId, number, input.text()),
                Answered::referral);
    }
}
