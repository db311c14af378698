package org.openengagement.command.intake.reject;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ProposalPayload;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record RejectProposalController(CaseDesk desk) {

    record Input(
            String reference, RejectionCode code, @Nullable String text) {}

    @MutationMapping
    ProposalPayload rejectProposal(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onCase(call, input.reference(), caseId -> new RejectProposal(caseId, input.code(), input.text()));
    }
}
