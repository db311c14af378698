package org.openengagement.command.roles;

import java.util.Set;
import java.util.stream.Collectors;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record TheRoleMustAllowIt(Role role, Set<Role> allowed) implements Rule {

    @Override
    public boolean isBroken() {
        return !allowed.contains(role);
    }

    @Override
    public String sentence() {
        return "%s may not do this. It takes %s."
                .formatted(
                        role,
                        allowed.stream()
                                .filter(other -> other != Role.IMPORT)
                                .map(Role::name)
                                .sorted()
                                .collect(Collectors.joining(" or ")));
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.FORBIDDEN;
    }
}
