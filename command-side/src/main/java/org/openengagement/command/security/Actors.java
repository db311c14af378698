package org.openengagement.command.security;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
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
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken holder
                ? Optional.of(actor(holder.getToken(), wanted))
                : Optional.empty();
    }

    /** The same, needed. */
    public Actor need(Role... wanted) {
        return current(wanted).orElseThrow(UnauthenticatedException::new);
    }

    /** The person who submits or submitted a case: another pseudonym in every case. */
    public Actor citizenOf(String caseId) {
        return new Actor(actorKey.codeText(LENGTH, "oel/citizen/v1", caseId), Role.CITIZEN, null);
    }

    private Actor actor(Jwt token, Role... wanted) {
        // The token was checked: it has a subject and roles.
        List<String> given = Objects.requireNonNull(token.getClaimAsStringList(TokenIssuer.ROLES));
        Role role = Arrays.stream(wanted)
                .filter(each -> given.contains(each.name()))
                .findFirst()
                .orElseGet(() -> Role.valueOf(given.getFirst()));
        return new Actor(
                actorKey.codeText(LENGTH, TokenIssuer.ISSUER, Objects.requireNonNull(token.getSubject())),
                role,
                token.getClaimAsString(TokenIssuer.INSTITUTION));
    }
}
