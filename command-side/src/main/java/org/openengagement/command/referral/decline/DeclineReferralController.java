package org.openengagement.command.referral.decline;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record DeclineReferralController(CaseDesk desk) {

    record Input(String referral, String reason) {}

    @MutationMapping
    ReferralPayload declineReferral(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(
                call, input.referral(), (caseId, number) -> new DeclineReferral(caseId, number, input.reason()));
    }
}
