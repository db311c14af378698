package org.openengagement.command.security;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.openengagement.tokens.TokenClaims;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who is calling, under the pseudonym that the ledger holds: 16 bytes of HMAC(actor key, issuer || 00 || subject). */
public final class Actors {

    private static final int LENGTH = 16;

    private final LocalSecret actorKey;

    public Actors(LocalSecret actorKey) {
        this.actorKey = actorKey;
    }

    /**
     * The holder of the bearer token of this request, in the first of these roles that the token gives, else in the first
     * that it gives at all; empty without a token.
     */
    public Optional<Actor> current(Role... wanted) {
        return holder().filter(token -> !rolesOf(token).isEmpty()).map(token -> actor(token, wanted));
    }

    /**
     * The same, needed.
     *
     * @throws UnauthenticatedException if there is no token
     * @throws Refusal if there is one that gives no role
     */
    public Actor need(Role... wanted) {
        holder().ifPresent(token -> Rule.uphold(new ATokenMustGiveARole(rolesOf(token))));
        return current(wanted).orElseThrow(UnauthenticatedException::new);
    }

    /** The person who submits or submitted a case: another pseudonym in every case. */
    public Actor citizenOf(String caseId) {
        return new Actor(actorKey.codeText(LENGTH, "oel/citizen/v1", caseId), Role.CITIZEN, null);
    }

    private static Optional<Jwt> holder() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken holder
                ? Optional.of(holder.getToken())
                : Optional.empty();
    }

    /** The token was checked: it names roles. Only a provider's may name none of the ledger's. */
    private static List<String> rolesOf(Jwt token) {
        return Objects.requireNonNull(token.getClaimAsStringList(TokenClaims.ROLES));
    }

    private Actor actor(Jwt token, Role... wanted) {
        List<String> given = rolesOf(token);
        Role role = Arrays.stream(wanted)
                .filter(each -> given.contains(each.name()))
                .findFirst()
                .orElseGet(() -> Role.valueOf(given.getFirst()));
        return new Actor(
                actorKey.codeText(
                        LENGTH,
                        Objects.requireNonNull(token.getClaimAsString(JwtClaimNames.ISS)),
                        Objects.requireNonNull(token.getSubject())),
                role,
                token.getClaimAsString(TokenClaims.INSTITUTION));
    }
}
