package org.openengagement.command.roles;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

record WhoActsForAnInstitutionNeedsAGround(Caller caller) implements Rule {

    @Override
    public boolean isBroken() {
        Role role = caller.actor().role();
        return (role == Role.OPERATOR || role == Role.COORDINATOR) && caller.ground() == null;
    }

    @Override
    public String sentence() {
        return "This is recorded for the institution, not by it. Say on what ground.";
    }

    @Override
    public List<String> field() {
        return List.of("ground");
    }
}
