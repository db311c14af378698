package org.openengagement.tokens;

import java.util.Set;
import org.openengagement.ledger.events.Role;

/** What a token says of its holder, whoever issued it, once it was checked. */
public final class TokenClaims {

    /** The {@code iss} of the ledger's own tokens. */
    public static final String OWN_ISSUER = "open-engagement-ledger";

    /** A list of names of roles, each of them one that a token can give. */
    public static final String ROLES = "roles";

    /** The slug of the institution that an officer acts for. */
    public static final String INSTITUTION = "institution";

    /** The roles that a token can give; the others are the ledger's own. */
    public static final Set<Role> GIVEN_BY_TOKEN =
            Set.of(Role.OPERATOR, Role.COORDINATOR, Role.OFFICER, Role.PRIVACY_OFFICER, Role.ADMIN);

    private TokenClaims() {}

    static boolean isGivenByToken(Object name) {
        return GIVEN_BY_TOKEN.stream().anyMatch(role -> role.name().equals(name));
    }
}
