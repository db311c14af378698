package org.openengagement.command.followup;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.ProposalPayload;
import org.openengagement.command.followup.close.CloseCase;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.CloseReason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
final class FollowUpController {

    private final MutationDesk desk;

    FollowUpController(MutationDesk desk) {
        this.desk = desk;
    }

    record CloseInput(
            String reference, CloseReason reason, @Nullable String text) {}

    @MutationMapping
    ProposalPayload closeCase(@Argument CloseInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                List.of(Role.COORDINATOR),
                () -> new CloseCase(desk.caseId("reference", input.reference()), input.reason(), input.text()),
                accepted -> ProposalPayload.of(accepted, input.reference()),
                ProposalPayload::refused);
    }
}
