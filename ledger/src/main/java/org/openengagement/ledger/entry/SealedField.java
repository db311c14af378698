package org.openengagement.ledger.entry;

import org.openengagement.ledger.events.Audience;

/**
 * What opens one sealed field.
 *
 * @param salt 32 random bytes in base64url
 * @param value the value
 * @param audience who may see it
 */
public record SealedField(String salt, String value, Audience audience) {}
