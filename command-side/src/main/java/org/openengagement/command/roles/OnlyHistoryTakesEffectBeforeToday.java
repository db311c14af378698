package org.openengagement.command.roles;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record OnlyHistoryTakesEffectBeforeToday(Caller caller, LocalDate today) implements Rule {

    @Override
    public boolean isBroken() {
        return caller.effectiveOn().isBefore(today) && caller.actor().role() != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "It was answered before; what is added to an answer takes effect today, %s, not on %s."
                .formatted(today, caller.effectiveOn());
    }

    @Override
    public List<String> field() {
        return List.of("effectiveOn");
    }
}
