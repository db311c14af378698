package org.openengagement.command.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;

/** Who gives commands in tests, on 10 March 2026 unless another day is said. */
public final class Callers {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private Callers() {}

    public static Caller aCitizen() {
        return of(Role.CITIZEN, null);
    }

    public static Caller anOperator() {
        return of(Role.OPERATOR, null);
    }

    public static Caller aCoordinator() {
        return of(Role.COORDINATOR, null);
    }

    public static Caller anOfficerOf(String institution) {
        return of(Role.OFFICER, institution);
    }

    public static Caller anAdmin() {
        return of(Role.ADMIN, null);
    }

    public static Caller anImport() {
        return Caller.of(Actor.IMPORT, TODAY);
    }

    public static Caller theLedger() {
        return Caller.of(Actor.SYSTEM, TODAY);
    }

    /** The same caller, who says that it was on a day. */
    public static Caller on(String day, Caller caller) {
        return Caller.of(caller.actor(), LocalDate.parse(day)).onTheGround(caller.ground());
    }

    private static Caller of(Role role, @Nullable String institution) {
        return Caller.of(new Actor("pseudonym", role, institution), TODAY);
    }
}
