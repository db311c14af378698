package org.openengagement.ledger.store;

/**
 * What makes a command idempotent: a repeat is answered from the first one's position.
 *
 * @param claim HMAC(identity key, actor, mutation, key) in base64url; unique in the ledger
 * @param body HMAC of the canonical input in base64url: another body under the same claim is a mistake
 */
public record Request(String claim, String body) {}
