package org.openengagement.command.roles;

import java.util.EnumSet;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/** What a caller's role and day must satisfy, whatever the command. */
public final class Permissions {

    private final Today today;

    public Permissions(Today today) {
        this.today = today;
    }

    /** Upholds that the caller has one of these roles, and may claim the day. History brought in passes on its role. */
    public void uphold(Caller caller, Role... roles) {
        Rule.uphold(new TheRoleMustAllowIt(caller.actor().role(), withImport(roles)));
        upholdDay(caller);
    }

    /** Upholds that the caller may claim the day, whoever it is. */
    public void upholdDay(Caller caller) {
        Rule.uphold(
                new NothingTakesEffectInTheFuture(caller.effectiveOn(), today.today()),
                new OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay(caller, today.today()),
                new AnEarlierDayNeedsAGround(caller, today.today()));
    }

    /** Upholds the role, and that the day is not in the future: a register may say since when something stands. */
    public void upholdSince(Caller caller, Role... roles) {
        Rule.uphold(
                new TheRoleMustAllowIt(caller.actor().role(), withImport(roles)),
                new NothingTakesEffectInTheFuture(caller.effectiveOn(), today.today()));
    }

    private static Set<Role> withImport(Role... roles) {
        Set<Role> allowed = EnumSet.of(Role.IMPORT);
        allowed.addAll(Set.of(roles));
        return allowed;
    }
}
