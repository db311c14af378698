package org.openengagement.ledger.events.support;

/**
 * A source's own total of supporters on a day (the event's {@code effectiveOn}).
 *
 * @param count the total, 0 or more
 */
public record SupportCounted(long count) implements SupportEvent {}
