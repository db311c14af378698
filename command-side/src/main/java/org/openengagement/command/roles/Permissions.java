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

    /**
     * Upholds that the caller may act as the institution that holds a referral: an officer does, and an operator or
     * coordinator may record it with a ground. Which institution it is, the slice sees to.
     */
    public void upholdActOfAnInstitution(Caller caller) {
        uphold(caller, Role.OFFICER, Role.OPERATOR, Role.COORDINATOR);
        Rule.uphold(new WhoActsForAnInstitutionNeedsAGround(caller));
    }

    /** Upholds that what is recorded live takes effect today, with or without a ground. */
    public void upholdToday(Caller caller) {
        Rule.uphold(new OnlyHistoryTakesEffectBeforeToday(caller, today.today()));
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
