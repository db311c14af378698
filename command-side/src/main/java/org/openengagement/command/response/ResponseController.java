package org.openengagement.command.response;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.NumberInCase;
import org.openengagement.command.response.correct.CorrectResponse;
import org.openengagement.command.response.interim.PublishInterimReply;
import org.openengagement.command.response.publish.PublishResponse;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.response.ResponseKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
final class ResponseController {

    private final MutationDesk desk;

    ResponseController(MutationDesk desk) {
        this.desk = desk;
    }

    record ReferralTextInput(String referral, String text) {}

    record RespondInput(String referral, ResponseKind kind, String text) {}

    record CorrectInput(String response, @Nullable ResponseKind kind, String text) {}

    @MutationMapping
    ReferralPayload publishInterimReply(@Argument ReferralTextInput input, DataFetchingEnvironment call) {
        return take(
                call,
                List.of(Role.OFFICER),
                () -> NumberInCase.ofReferral("referral", input.referral()),
                id -> new PublishInterimReply(desk.caseId("referral", id.reference()), id.number(), input.text()));
    }

    @MutationMapping
    ReferralPayload publishResponse(@Argument RespondInput input, DataFetchingEnvironment call) {
        return take(
                call,
                List.of(Role.OFFICER, Role.OPERATOR, Role.COORDINATOR),
                () -> NumberInCase.ofReferral("referral", input.referral()),
                id -> new PublishResponse(
                        desk.caseId("referral", id.reference()), id.number(), input.kind(), input.text()));
    }

    @MutationMapping
    ReferralPayload correctResponse(@Argument CorrectInput input, DataFetchingEnvironment call) {
        return take(
                call,
                List.of(Role.OFFICER),
                () -> NumberInCase.ofResponse("response", input.response()),
                id -> new CorrectResponse(
                        desk.caseId("response", id.reference()), id.number(), input.kind(), input.text()));
    }

    /** Every answer of the referral's payload names the referral: answers are found under it. */
    private ReferralPayload take(
            DataFetchingEnvironment call,
            List<Role> roles,
            Supplier<NumberInCase> id,
            Function<NumberInCase, CaseCommand<Answered>> command) {
        return desk.take(
                call,
                roles,
                () -> command.apply(id.get()),
                accepted -> ReferralPayload.of(
                        accepted, id.get().reference(), accepted.result().referral()),
                ReferralPayload::refused);
    }
}
