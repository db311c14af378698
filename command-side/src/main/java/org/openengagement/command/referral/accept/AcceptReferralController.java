package org.openengagement.command.referral.accept;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record AcceptReferralController(CaseDesk desk) {

    record Input(String referral) {}

    @MutationMapping
    ReferralPayload acceptReferral(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(call, input.referral(), AcceptReferral::new);
    }
}
