package org.openengagement.command.followup.close;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ProposalPayload;
import org.openengagement.ledger.events.followup.CloseReason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record CloseCaseController(CaseDesk desk) {

    record Input(
            String reference, CloseReason reason, @Nullable String text) {}

    @MutationMapping
    ProposalPayload closeCase(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onCase(call, input.reference(), caseId -> new CloseCase(caseId, input.reason(), input.text()));
    }
}
