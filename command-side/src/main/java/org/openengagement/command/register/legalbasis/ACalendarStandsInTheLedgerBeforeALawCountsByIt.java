package org.openengagement.command.register.legalbasis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.Register;
import org.openengagement.ledger.events.Role;

/**
 * For people, who may have mistyped it. History is taken as its source gives it: where the calendar is missing when a due
 * day is computed, the explanation says that only weekends were skipped.
 */
record ACalendarStandsInTheLedgerBeforeALawCountsByIt(
        @Nullable String calendar, Role role, Register register) implements Rule {

    @Override
    public boolean isBroken() {
        return calendar != null
                && role != Role.IMPORT
                && register.calendar(calendar).isEmpty();
    }

    @Override
    public String sentence() {
        return "No holiday calendar was published as %s.".formatted(calendar);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.NOT_FOUND;
    }

    @Override
    public List<String> field() {
        return List.of("calendar");
    }
}
