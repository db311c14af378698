package org.openengagement.ledger.events.register;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;

/**
 * A law or rule that sets a term for answering.
 *
 * @param code its name in the ledger, unique
 * @param title what people call it
 * @param days the term, 1 to 3650
 * @param unit how the days are counted
 * @param rollForward whether an end on a non-working day moves to the next working day (calendar days only)
 * @param pausable whether asking for clarification stops the clock
 * @param maxExtensionDays by how many days at most the term may be extended
 * @param calendar the holiday calendar's code; {@code null}: Saturdays and Sundays only
 */
@EventName("LegalBasisEnacted")
public record LegalBasisEnacted(
        String code,
        String title,
        int days,
        DayUnit unit,
        boolean rollForward,
        boolean pausable,
        int maxExtensionDays,
        @Nullable String calendar)
        implements RegisterEvent {}
