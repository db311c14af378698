package org.openengagement.ledger.events.support;

import org.openengagement.ledger.events.EventName;

/**
 * A source's own total of supporters on a day (the event's {@code effectiveOn}).
 *
 * @param count the total, 0 or more
 */
@EventName("SupportCounted")
public record SupportCounted(long count) implements SupportEvent {}
