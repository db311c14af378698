package org.openengagement.command.api;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openengagement.command.cases.CaseDirectory;
import org.openengagement.command.cases.NumberInCase;
import org.openengagement.command.dispatch.Accepted;
import org.openengagement.command.dispatch.Command;

/** Where mutations on a case that there is, or on something in it, hand in their commands. */
public final class CaseDesk {

    /** Makes a command on something in a case, from the case's id and the number there. */
    @FunctionalInterface
    public interface OnNumber<R> {

        Command<R> of(String caseId, String number);
    }

    private final MutationDesk desk;
    private final CaseDirectory cases;

    public CaseDesk(MutationDesk desk, CaseDirectory cases) {
        this.desk = desk;
        this.cases = cases;
    }

    /**
     * Takes a mutation on a case; the payload names the case.
     *
     * @param reference the case, as somebody typed it, from the input's member {@code reference}
     * @param command makes the command from the case's id
     */
    public <R> ProposalPayload onCase(
            DataFetchingEnvironment call, String reference, Function<String, ? extends Command<R>> command) {
        return onCase(
                call,
                reference,
                command,
                accepted -> ProposalPayload.of(accepted, reference),
                ProposalPayload::refused);
    }

    /** Takes a mutation on a case, with another payload. */
    public <R, P> P onCase(
            DataFetchingEnvironment call,
            String reference,
            Function<String, ? extends Command<R>> command,
            Function<Accepted<R>, P> done,
            Function<List<UserError>, P> refused) {
        return desk.take(call, () -> command.apply(cases.need("reference", reference)), done, refused);
    }

    /**
     * Takes a mutation on a referral; the payload names the referral that the caller learns of.
     *
     * @param referral the referral, as somebody typed it, from the input's member {@code referral}
     */
    public ReferralPayload onReferral(DataFetchingEnvironment call, String referral, OnNumber<String> command) {
        return onReferral(call, referral, command, Function.identity());
    }

    /**
     * The same, where the caller learns more.
     *
     * @param number the referral's number, from what the caller learns
     */
    public <R> ReferralPayload onReferral(
            DataFetchingEnvironment call, String referral, OnNumber<R> command, Function<R, String> number) {
        return onNumber(call, "referral", () -> NumberInCase.ofReferral("referral", referral), command, number);
    }

    /** Takes a mutation on an answer, from the input's member {@code response}; the payload names the referral. */
    public <R> ReferralPayload onResponse(
            DataFetchingEnvironment call, String response, OnNumber<R> command, Function<R, String> number) {
        return onNumber(call, "response", () -> NumberInCase.ofResponse("response", response), command, number);
    }

    private <R> ReferralPayload onNumber(
            DataFetchingEnvironment call,
            String field,
            Supplier<NumberInCase> id,
            OnNumber<R> command,
            Function<R, String> referral) {
        return desk.take(
                call,
                () -> command.of(
                        cases.need(field, id.get().reference()), id.get().number()),
                accepted -> ReferralPayload.of(accepted, id.get().reference(), referral.apply(accepted.result())),
                ReferralPayload::refused);
    }
}
