package org.openengagement.command.slices;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;

/**
 * Declares a slice, in one place: who may send its command and what may come of it. The bus, the check of roles at the
 * GraphQL API, the tests and {@code docs/slices.md} follow from it. It stands on a {@link CommandSlice}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Slice {

    /** The GraphQL mutation that sends the command; empty where none does. */
    String mutation() default "";

    /**
     * The roles that may send the command, the most fitting first: a token that gives several acts in the first of these.
     * CITIZEN stands for callers without a token. IMPORT may send every command, and is not named here.
     */
    Role[] roles();

    /** Every type of event that the slice may decide on. */
    Class<? extends LedgerEvent>[] events();

    /** Which earlier day the caller may claim. */
    EarlierDay earlierDay() default EarlierDay.ON_A_GROUND;

    /** Whether an operator or a coordinator who sends it acts for an institution, and has to say on what ground. */
    boolean actOfAnInstitution() default false;
}
