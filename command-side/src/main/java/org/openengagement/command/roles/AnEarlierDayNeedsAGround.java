package org.openengagement.command.roles;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record AnEarlierDayNeedsAGround(Caller caller, LocalDate today) implements Rule {

    @Override
    public boolean isBroken() {
        return caller.effectiveOn().isBefore(today)
                && caller.ground() == null
                && caller.actor().role() != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "%s is before today, %s. Say on what ground the earlier day is claimed."
                .formatted(caller.effectiveOn(), today);
    }

    @Override
    public List<String> field() {
        return List.of("ground");
    }
}
