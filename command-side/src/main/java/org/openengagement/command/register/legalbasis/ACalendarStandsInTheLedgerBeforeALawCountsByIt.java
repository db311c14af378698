package org.openengagement.command.register.legalbasis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.Register;

/**
 * It may be mistyped, and due days would then be computed with weekends alone. So it is for imports too: what a file names
 * stands before it in the file, or in the ledger already.
 */
record ACalendarStandsInTheLedgerBeforeALawCountsByIt(
        @Nullable String calendar, Register register) implements Rule {

    @Override
    public boolean isBroken() {
        return calendar != null && register.calendar(calendar).isEmpty();
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
