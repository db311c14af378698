package org.openengagement.ledger.events.register;

/**
 * What another register calls an institution.
 *
 * @param scheme the other register
 * @param id the institution there
 */
public record Identifier(String scheme, String id) {}
