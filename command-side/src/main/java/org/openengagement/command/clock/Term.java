package org.openengagement.command.clock;

import org.openengagement.ledger.events.register.DayUnit;

/**
 * How long an institution has.
 *
 * @param days 1 or more
 * @param unit how they are counted
 * @param rollForward whether an end on a non-working day moves to the next working day; means nothing for working days,
 *     which never end on another
 */
public record Term(int days, DayUnit unit, boolean rollForward) {}
