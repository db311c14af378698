package org.openengagement.ledger.events;

import org.jspecify.annotations.Nullable;

/**
 * Who acted, under a pseudonym.
 *
 * @param id base64url of 16 bytes of HMAC(actor key, issuer || 00 || subject); random per case for a citizen; {@code import}
 *     and {@code system} as such
 * @param role in which capacity
 * @param institution the slug of the institution acted for; {@code null} where there is none
 */
public record Actor(String id, Role role, @Nullable String institution) {

    /** The ledger itself. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, null);

    /** History brought in from another source. */
    public static final Actor IMPORT = new Actor("import", Role.IMPORT, null);
}
