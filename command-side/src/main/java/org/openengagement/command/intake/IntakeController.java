package org.openengagement.command.intake;

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
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.intake.reject.RejectProposal;
import org.openengagement.command.intake.submit.Place;
import org.openengagement.command.intake.submit.SubmitProposal;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
final class IntakeController {

    private static final List<Role> COORDINATOR = List.of(Role.COORDINATOR);

    private final MutationDesk desk;
    private final AccessCodes accessCodes;
    private final Supplier<String> caseIds;

    IntakeController(MutationDesk desk, AccessCodes accessCodes, Supplier<String> caseIds) {
        this.desk = desk;
        this.accessCodes = accessCodes;
        this.caseIds = caseIds;
    }

    record SubmitInput(
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

    record CaseInput(String reference) {}

    record RejectInput(
            String reference, RejectionCode code, @Nullable String text) {}

    @MutationMapping
    ProposalPayload submitProposal(@Argument SubmitInput input, DataFetchingEnvironment call) {
        String caseId = caseIds.get();
        return desk.takeFromAnyone(
                call, caseId, () -> submission(caseId, input), this::shown, ProposalPayload::refused);
    }

    @MutationMapping
    ProposalPayload publishProposal(@Argument CaseInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                COORDINATOR,
                () -> new PublishProposal(desk.caseId("reference", input.reference())),
                accepted -> ProposalPayload.of(accepted, input.reference()),
                ProposalPayload::refused);
    }

    @MutationMapping
    ProposalPayload rejectProposal(@Argument RejectInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                COORDINATOR,
                () -> new RejectProposal(desk.caseId("reference", input.reference()), input.code(), input.text()),
                accepted -> ProposalPayload.of(accepted, input.reference()),
                ProposalPayload::refused);
    }

    private ProposalPayload shown(Accepted<Submitted> accepted) {
        Submitted submitted = accepted.result();
        return new ProposalPayload(
                accepted.recorded().last(), List.of(), submitted.reference(), accessCodes.of(submitted.caseId()));
    }

    private static SubmitProposal submission(String caseId, SubmitInput input) {
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
