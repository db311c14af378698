package org.openengagement.command.roles;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay(Caller caller, LocalDate today) implements Rule {

    private static final Set<Role> MAY = Set.of(Role.OPERATOR, Role.COORDINATOR, Role.IMPORT);

    @Override
    public boolean isBroken() {
        return caller.effectiveOn().isBefore(today)
                && !MAY.contains(caller.actor().role());
    }

    @Override
    public String sentence() {
        return "What you do takes effect today, %s. An earlier day can be recorded by an operator or a coordinator."
                .formatted(today);
    }

    @Override
    public List<String> field() {
        return List.of("effectiveOn");
    }
}
