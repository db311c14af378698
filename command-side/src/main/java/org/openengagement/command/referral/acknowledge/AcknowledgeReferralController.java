package org.openengagement.command.referral.acknowledge;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record AcknowledgeReferralController(CaseDesk desk) {

    record Input(String referral) {}

    @MutationMapping
    ReferralPayload acknowledgeReferral(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(call, input.referral(), AcknowledgeReferral::new);
    }
}
