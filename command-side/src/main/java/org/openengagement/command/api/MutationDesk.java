package org.openengagement.command.api;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Accepted;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.command.roles.Today;
import org.openengagement.command.security.Actors;
import org.openengagement.command.slices.DeclaredSlice;
import org.openengagement.command.slices.DeclaredSlices;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.store.Request;

/**
 * Where every mutation hands in its command. It sees to the caller, the idempotency key and the refusals, so that a
 * controller only turns an input into a command, and the accepted command into a payload. The roles that may send a mutation
 * are those that its slice declares.
 */
public final class MutationDesk {

    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** 22 characters of base64url hold 132 bits; a UUID as text fits as well. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~+/=:-]{22,200}");

    /** Anonymous callers share it: what sets them apart is the randomness of their keys. */
    private static final String ANONYMOUS = "anonymous";

    private final DeclaredSlices slices;
    private final Commands commands;
    private final Actors actors;
    private final Today today;
    private final LocalSecret identityKey;

    public MutationDesk(DeclaredSlices slices, Commands commands, Actors actors, Today today, LocalSecret identityKey) {
        this.slices = slices;
        this.commands = commands;
        this.actors = actors;
        this.today = today;
        this.identityKey = identityKey;
    }

    /**
     * Takes a mutation in the name of the holder of the token that it came with.
     *
     * @param command makes the command; may refuse
     * @param done makes the payload of what was accepted
     * @param refused makes the payload of a refusal
     * @throws Refusal if the caller's role does not allow it: nothing is wrong with the input then
     * @throws IllegalStateException if no slice declares the mutation, or its slice decides on another command
     */
    public <R, P> P take(
            DataFetchingEnvironment call,
            Supplier<? extends Command<R>> command,
            Function<Accepted<R>, P> done,
            Function<List<UserError>, P> refused) {
        DeclaredSlice slice = sliceOf(call);
        Actor actor = actors.need(slice.roles().toArray(Role[]::new));
        return take(call, slice, actor, actor.id(), command, done, refused);
    }

    /**
     * Takes a mutation that needs no token, in the name of the holder of the token that it came with; without one, in the
     * name of the citizen of a case.
     *
     * @throws IllegalStateException if its slice does not declare the role CITIZEN
     */
    public <R, P> P takeFromAnyone(
            DataFetchingEnvironment call,
            String caseId,
            Supplier<? extends Command<R>> command,
            Function<Accepted<R>, P> done,
            Function<List<UserError>, P> refused) {
        DeclaredSlice slice = sliceOf(call);
        if (!slice.isOpenToAnyone()) {
            throw new IllegalStateException("%s does not let callers without a token in."
                    .formatted(slice.type().getName()));
        }
        return actors.current(Role.OPERATOR)
                .map(actor -> take(call, slice, actor, actor.id(), command, done, refused))
                .orElseGet(() -> take(call, slice, actors.citizenOf(caseId), ANONYMOUS, command, done, refused));
    }

    private DeclaredSlice sliceOf(DataFetchingEnvironment call) {
        return slices.ofMutation(call.getField().getName());
    }

    private <R, P> P take(
            DataFetchingEnvironment call,
            DeclaredSlice slice,
            Actor actor,
            String scope,
            Supplier<? extends Command<R>> command,
            Function<Accepted<R>, P> done,
            Function<List<UserError>, P> refused) {
        try {
            Asked asked = Asked.in(call);
            LocalDate effectiveOn = asked.effectiveOn() == null ? today.today() : asked.effectiveOn();
            Caller caller =
                    Caller.of(actor, effectiveOn).onTheGround(asked.ground()).asking(request(asked, scope));
            Accepted<R> accepted = commands.dispatch(slice.checked(command.get()), caller);
            TurnedAway.not(call.getGraphQlContext());
            return done.apply(accepted);
        } catch (Refusal refusal) {
            if (refusal.code() == RefusalCode.FORBIDDEN) {
                throw refusal;
            }
            return refused.apply(List.of(UserError.of(refusal)));
        }
    }

    private Request request(Asked asked, String scope) {
        if (!KEY.matcher(asked.idempotencyKey()).matches()) {
            throw Refusal.invalid(
                    IDEMPOTENCY_KEY,
                    "idempotencyKey must be 22 to 200 letters, digits or . _ ~ + / = : - that hold at least 128 random bits, such as 16 random bytes in base64url.");
        }
        return new Request(
                identityKey.codeText(32, "oel/request/v1", scope, asked.mutation(), asked.idempotencyKey()),
                identityKey.codeText(32, "oel/body/v1", asked.canonicalInput()));
    }
}
