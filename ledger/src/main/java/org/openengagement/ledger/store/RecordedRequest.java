package org.openengagement.ledger.store;

/**
 * A command that the ledger holds already.
 *
 * @param request what made it idempotent
 * @param recorded where its entries stand
 */
public record RecordedRequest(Request request, Recorded recorded) {}
