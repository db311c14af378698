package org.openengagement.command.dispatch;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.store.Request;

/**
 * Who gives a command, and what belongs to the giving rather than to the command.
 *
 * @param actor who acts
 * @param effectiveOn the day it happened, in the ledger's zone
 * @param ground why it is recorded later than it happened; required of people who claim an earlier day, else absent
 * @param causedBy the event that led to it: for imported history, the opening of its run
 * @param claims what the command makes unique in the ledger, such as import identities
 * @param request what makes the command idempotent
 * @param presumesPublication whether a case that waits for its publication is decided on as if it had been published: only
 *     to find out what would become of a command that is recorded nowhere
 */
public record Caller(
        Actor actor,
        LocalDate effectiveOn,
        @Nullable String ground,
        @Nullable UUID causedBy,
        Set<String> claims,
        @Nullable Request request,
        boolean presumesPublication) {

    /** The key under which a command's metadata holds its caller. */
    public static final String KEY = "caller";

    public Caller {
        claims = Set.copyOf(claims);
        Bounds.optional("ground", ground, 2_000);
    }

    /** Somebody who acts on a day, and no more than that. */
    public static Caller of(Actor actor, LocalDate effectiveOn) {
        return new Caller(actor, effectiveOn, null, null, Set.of(), null, false);
    }

    /** The same, with the ground for claiming an earlier day. */
    public Caller onTheGround(@Nullable String newGround) {
        return new Caller(actor, effectiveOn, newGround, causedBy, claims, request, presumesPublication);
    }

    /** The same, led to it by an event. */
    public Caller because(UUID event) {
        return new Caller(actor, effectiveOn, ground, event, claims, request, presumesPublication);
    }

    /** The same, claiming what must be unique in the ledger. */
    public Caller claiming(Set<String> newClaims) {
        return new Caller(actor, effectiveOn, ground, causedBy, newClaims, request, presumesPublication);
    }

    /** The same, with a request that may be repeated. */
    public Caller asking(@Nullable Request newRequest) {
        return new Caller(actor, effectiveOn, ground, causedBy, claims, newRequest, presumesPublication);
    }

    /** The same, to find out what would become of a command once its case is published. */
    public Caller presumingPublication() {
        return new Caller(actor, effectiveOn, ground, causedBy, claims, request, true);
    }
}
