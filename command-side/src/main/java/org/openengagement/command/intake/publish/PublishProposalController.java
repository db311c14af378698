package org.openengagement.command.intake.publish;

import graphql.schema.DataFetchingEnvironment;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.ProposalPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record PublishProposalController(CaseDesk desk) {

    record Input(String reference) {}

    @MutationMapping
    ProposalPayload publishProposal(@Argument Input input, DataFetchingEnvironment call) {
        return desk.onCase(call, input.reference(), PublishProposal::new);
    }
}
