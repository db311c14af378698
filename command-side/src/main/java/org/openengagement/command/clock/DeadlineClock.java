package org.openengagement.command.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;
import org.openengagement.ledger.events.register.DayUnit;

/**
 * The due day, as a pure function of the day of delivery, the term and the working days.
 *
 * <p>The day of delivery is day 0 and is not counted. In working days, the due day is the N-th working day after it. In
 * calendar days, it is the N-th day after it; where the basis rolls forward and that is no working day, it is the next
 * working day. An answer on the due day is on time.
 *
 * <p>The explanation names the day of delivery, every day that was skipped and why, each day from which the calendar says
 * nothing, and the due day. A day that rolled forward stands there twice: that it ended the term, and why it could not.
 */
public final class DeadlineClock {

    /** The version of this rule, kept with every due day. */
    public static final String RULE = "1";

    private final WorkingDays workingDays;
    private final List<Step> steps = new ArrayList<>();
    private boolean silent;

    private DeadlineClock(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The due day of something delivered on a day. */
    public static Deadline due(LocalDate delivered, Term term, WorkingDays workingDays) {
        DeadlineClock clock = new DeadlineClock(workingDays);
        clock.note(delivered, What.DELIVERED);
        LocalDate due = term.unit() == DayUnit.WORKING
                ? clock.afterWorkingDays(delivered, term.days())
                : clock.afterCalendarDays(delivered, term.days(), term.rollForward());
        clock.note(due, What.DUE);
        return new Deadline(
                due,
                new ComputedDeadline(RULE, workingDays.calendar(), workingDays.version(), List.copyOf(clock.steps)));
    }

    private LocalDate afterWorkingDays(LocalDate delivered, int days) {
        LocalDate day = delivered;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (!skips(day)) {
                counted++;
            }
        }
        return day;
    }

    private LocalDate afterCalendarDays(LocalDate delivered, int days, boolean rollForward) {
        LocalDate end = delivered.plusDays(days);
        if (!rollForward) {
            return end;
        }
        if (workingDays.whyNot(end).isPresent()) {
            note(end, What.ROLLED_FORWARD);
        }
        LocalDate day = end;
        while (skips(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Whether a day does not count; says why in the explanation. */
    private boolean skips(LocalDate day) {
        boolean silentBefore = silent;
        silent = !workingDays.speaksFor(day);
        if (silent && !silentBefore) {
            note(day, What.NOT_IN_CALENDAR);
        }
        workingDays.whyNot(day).ifPresent(why -> note(day, why));
        return workingDays.whyNot(day).isPresent();
    }

    private void note(LocalDate day, What what) {
        steps.add(new Step(day, what));
    }
}
