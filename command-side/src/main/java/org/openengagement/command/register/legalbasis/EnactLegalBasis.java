package org.openengagement.command.register.legalbasis;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.ledger.events.register.DayUnit;

/**
 * Enacts a legal basis.
 *
 * @param code its name in the ledger, unique
 * @param title what people call it
 * @param days the term, 1 to 3650 calendar days or 1 to 1250 working days
 * @param unit how the days are counted
 * @param rollForward whether an end on a non-working day moves to the next working day (calendar days only)
 * @param pausable whether asking for clarification stops the clock
 * @param maxExtensionDays by how many days at most the term may be extended, 0 to 3650
 * @param calendar the holiday calendar's code; {@code null}: Saturdays and Sundays only
 */
public record EnactLegalBasis(
        String code,
        String title,
        int days,
        DayUnit unit,
        boolean rollForward,
        boolean pausable,
        int maxExtensionDays,
        @Nullable String calendar)
        implements Command.Plain {

    private static final int LONGEST_IN_WORKING_DAYS = 1_250;

    public EnactLegalBasis {
        Bounds.slug("code", code);
        Bounds.text("title", title, 300);
        // The explanation of a due day names each skipped day, and must fit into an entry.
        Bounds.within("days", days, 1, unit == DayUnit.WORKING ? LONGEST_IN_WORKING_DAYS : 3650);
        Bounds.within("maxExtensionDays", maxExtensionDays, 0, 3650);
        if (calendar != null) {
            Bounds.slug("calendar", calendar);
        }
    }
}
