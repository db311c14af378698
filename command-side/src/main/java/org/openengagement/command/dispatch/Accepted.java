package org.openengagement.command.dispatch;

import org.openengagement.ledger.store.Recorded;

/**
 * A command was carried out, and its events are durable.
 *
 * @param result what the caller learns
 * @param recorded where its events stand
 * @param repeated whether it was carried out before, and this is only the answer again
 */
public record Accepted<R>(R result, Recorded recorded, boolean repeated) {}
