package org.openengagement.command.referral;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.ReferralPayload;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.NumberInCase;
import org.openengagement.command.referral.accept.AcceptReferral;
import org.openengagement.command.referral.acknowledge.AcknowledgeReferral;
import org.openengagement.command.referral.decline.DeclineReferral;
import org.openengagement.command.referral.forward.ForwardReferral;
import org.openengagement.command.referral.refer.ReferProposal;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
final class ReferralController {

    private static final List<Role> INSTITUTION_OR_ON_ITS_BEHALF =
            List.of(Role.OFFICER, Role.OPERATOR, Role.COORDINATOR);
    private static final List<Role> INSTITUTION = List.of(Role.OFFICER);

    private final MutationDesk desk;

    ReferralController(MutationDesk desk) {
        this.desk = desk;
    }

    record ReferInput(
            String reference,
            String institution,
            @Nullable ReferralPurpose purpose,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn) {}

    record ReferralInput(String referral) {}

    record DeclineInput(String referral, String reason) {}

    record ForwardInput(
            String referral,
            String institution,
            String reason,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn) {}

    /** Makes a command on a referral, from its case and its number there. */
    private interface OnReferral {
        CaseCommand<String> of(String caseId, String number);
    }

    @MutationMapping
    ReferralPayload referProposal(@Argument ReferInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                List.of(Role.COORDINATOR),
                () -> new ReferProposal(
                        desk.caseId("reference", input.reference()),
                        input.institution(),
                        input.purpose() == null ? ReferralPurpose.ANSWER : input.purpose(),
                        input.legalBasis(),
                        input.dueOn(),
                        null),
                accepted -> ReferralPayload.of(accepted, input.reference(), accepted.result()),
                ReferralPayload::refused);
    }

    @MutationMapping
    ReferralPayload acknowledgeReferral(@Argument ReferralInput input, DataFetchingEnvironment call) {
        return take(call, INSTITUTION_OR_ON_ITS_BEHALF, input.referral(), AcknowledgeReferral::new);
    }

    @MutationMapping
    ReferralPayload acceptReferral(@Argument ReferralInput input, DataFetchingEnvironment call) {
        return take(call, INSTITUTION, input.referral(), AcceptReferral::new);
    }

    @MutationMapping
    ReferralPayload declineReferral(@Argument DeclineInput input, DataFetchingEnvironment call) {
        return take(
                call,
                INSTITUTION,
                input.referral(),
                (caseId, number) -> new DeclineReferral(caseId, number, input.reason()));
    }

    @MutationMapping
    ReferralPayload forwardReferral(@Argument ForwardInput input, DataFetchingEnvironment call) {
        return take(
                call,
                INSTITUTION,
                input.referral(),
                (caseId, number) -> new ForwardReferral(
                        caseId, number, input.institution(), input.reason(), input.legalBasis(), input.dueOn()));
    }

    private ReferralPayload take(DataFetchingEnvironment call, List<Role> roles, String referral, OnReferral command) {
        return desk.take(
                call,
                roles,
                () -> {
                    NumberInCase id = NumberInCase.ofReferral("referral", referral);
                    return command.of(desk.caseId("referral", id.reference()), id.number());
                },
                accepted -> ReferralPayload.of(
                        accepted, NumberInCase.ofReferral("referral", referral).reference(), accepted.result()),
                ReferralPayload::refused);
    }
}
