package org.openengagement.command.intake.submit;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.ProposalPayload;
import org.openengagement.command.cases.AccessCodes;
import org.openengagement.command.cases.Submitted;
import org.openengagement.command.dispatch.Accepted;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record SubmitProposalController(MutationDesk desk, AccessCodes accessCodes, Supplier<String> caseIds) {

    record Input(
            ProposalKind kind,
            Channel channel,
            String language,
            String title,
            String text,
            @Nullable List<String> topics,
            @Nullable Boolean confidential,
            @Nullable LocationInput location) {}

    record LocationInput(
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String address) {}

    @MutationMapping
    ProposalPayload submitProposal(@Argument Input input, DataFetchingEnvironment call) {
        String caseId = caseIds.get();
        return desk.takeFromAnyone(
                call, caseId, () -> submission(caseId, input), this::shown, ProposalPayload::refused);
    }

    private ProposalPayload shown(Accepted<Submitted> accepted) {
        Submitted submitted = accepted.result();
        return new ProposalPayload(
                accepted.recorded().last(), List.of(), submitted.reference(), accessCodes.of(submitted.caseId()));
    }

    private static SubmitProposal submission(String caseId, Input input) {
        LocationInput location = input.location();
        return new SubmitProposal(
                caseId,
                null,
                input.kind(),
                input.channel(),
                input.language(),
                input.title(),
                input.text(),
                Objects.requireNonNullElse(input.topics(), List.of()),
                location == null ? null : new Place(location.latitude(), location.longitude(), location.address()),
                Boolean.TRUE.equals(input.confidential()),
                null);
    }
}
