package org.openengagement.command.roles;

import java.util.Collection;
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

    /** Upholds that the caller has one of these roles, or brings history in. */
    public void upholdRole(Caller caller, Collection<Role> roles) {
        Rule.uphold(new TheRoleMustAllowIt(caller.actor().role(), withImport(roles)));
    }

    /**
     * Upholds that a caller who acts for an institution says on what ground: an operator or a coordinator does. An officer
     * is the institution; which one, the slice checks.
     */
    public void upholdGroundForAnInstitution(Caller caller) {
        Rule.uphold(new WhoActsForAnInstitutionNeedsAGround(caller));
    }

    /** Upholds that the caller may claim the day. */
    public void upholdDay(Caller caller) {
        Rule.uphold(
                new NothingTakesEffectInTheFuture(caller.effectiveOn(), today.today()),
                new OnlyAnOperatorOrCoordinatorMayClaimAnEarlierDay(caller, today.today()),
                new AnEarlierDayNeedsAGround(caller, today.today()));
    }

    /** Upholds that the day is not in the future. */
    public void upholdNotInTheFuture(Caller caller) {
        Rule.uphold(new NothingTakesEffectInTheFuture(caller.effectiveOn(), today.today()));
    }

    private static Set<Role> withImport(Collection<Role> roles) {
        Set<Role> allowed = EnumSet.of(Role.IMPORT);
        allowed.addAll(roles);
        return allowed;
    }
}
