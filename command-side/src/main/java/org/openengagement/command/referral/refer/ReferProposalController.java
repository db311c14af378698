package org.openengagement.command.referral.refer;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record ReferProposalController(CaseDesk desk) {

    record Input(
            String reference,
            String institution,
            @Nullable ReferralPurpose purpose,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn) {}

    @MutationMapping
    ReferralPayload referProposal(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onCase(
                call,
                input.reference(),
                caseId -> new ReferProposal(
                        caseId,
                        input.institution(),
                        Objects.requireNonNullElse(input.purpose(), ReferralPurpose.ANSWER),
                        input.legalBasis(),
                        input.dueOn(),
                        null),
                accepted -> ReferralPayload.of(accepted, input.reference(), accepted.result()),
                ReferralPayload::refused);
    }
}
