package org.openengagement.command.referral.forward;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record ForwardReferralController(CaseDesk desk) {

    record Input(
            String referral,
            String institution,
            String reason,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn) {}

    @MutationMapping
    ReferralPayload forwardReferral(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onReferral(
                call,
                input.referral(),
                (caseId, number) -> new ForwardReferral(
                        caseId, number, input.institution(), input.reason(), input.legalBasis(), input.dueOn()));
    }
}
