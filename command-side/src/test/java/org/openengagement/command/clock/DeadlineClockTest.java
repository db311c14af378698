package org.openengagement.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;
import org.openengagement.ledger.events.register.DayUnit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadlineClockTest {

    /** Holidays in England and Wales, spring 2026. */
    private static final WorkingDays ENGLAND = WorkingDays.of(
            "gb", 1, days("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-12-25"));

    @Test
    void twenty_working_days_over_easter_by_the_freedom_of_information_act() {
        // Received on Monday 16 March 2026; Good Friday and Easter Monday do not count.
        Deadline deadline = due("2026-03-16", new Term(20, DayUnit.WORKING, false), ENGLAND);

        assertThat(deadline.dueOn()).isEqualTo("2026-04-15");
        assertThat(deadline.computed().steps())
                .startsWith(step("2026-03-16", What.DELIVERED), step("2026-03-21", What.WEEKEND))
                .contains(step("2026-04-03", What.HOLIDAY), step("2026-04-06", What.HOLIDAY))
                .endsWith(step("2026-04-15", What.DUE))
                .doesNotContain(step("2026-04-02", What.HOLIDAY));
    }

    @Test
    void fifteen_thirty_and_sixty_calendar_days() {
        for (int days : List.of(15, 30, 60)) {
            assertThat(due("2026-03-01", new Term(days, DayUnit.CALENDAR, false), WorkingDays.withoutHolidays())
                            .dueOn())
                    .isEqualTo(LocalDate.of(2026, 3, 1).plusDays(days));
        }
    }

    @Test
    void an_end_on_a_saturday_rolls_forward_over_a_holiday_and_says_why() {
        // 15 days after 18 April 2026 is Sunday 3 May; Monday 4 May is a holiday.
        Deadline deadline = due("2026-04-18", new Term(15, DayUnit.CALENDAR, true), ENGLAND);

        assertThat(deadline.dueOn()).isEqualTo("2026-05-05");
        assertThat(deadline.computed().steps())
                .containsExactly(
                        step("2026-04-18", What.DELIVERED),
                        step("2026-05-03", What.ROLLED_FORWARD),
                        step("2026-05-03", What.WEEKEND),
                        step("2026-05-04", What.HOLIDAY),
                        step("2026-05-05", What.DUE));
    }

    @Test
    void without_roll_forward_the_end_stays_on_the_saturday() {
        assertThat(due("2026-04-17", new Term(15, DayUnit.CALENDAR, false), ENGLAND)
                        .dueOn())
                .isEqualTo("2026-05-02");
    }

    @Test
    void a_year_of_which_the_calendar_says_nothing_is_named() {
        Deadline deadline = due("2026-12-28", new Term(10, DayUnit.WORKING, false), ENGLAND);

        assertThat(deadline.dueOn()).isEqualTo("2027-01-11");
        assertThat(deadline.computed().steps()).contains(step("2027-01-01", What.NOT_IN_CALENDAR));
    }

    @Test
    void days_before_the_calendars_first_year_and_after_its_last_are_told_apart_from_those_it_covers() {
        WorkingDays oneYear = WorkingDays.of("gb", 1, days("2026-01-01", "2026-12-25"));

        Deadline deadline = due("2025-12-30", new Term(265, DayUnit.WORKING, false), oneYear);

        assertThat(deadline.computed().steps())
                .filteredOn(step -> step.what() == What.NOT_IN_CALENDAR)
                .containsExactly(step("2025-12-31", What.NOT_IN_CALENDAR), step("2027-01-01", What.NOT_IN_CALENDAR));
        assertThat(deadline.computed().steps()).contains(step("2026-01-01", What.HOLIDAY));
    }

    @Test
    void a_calendar_that_was_never_published_says_nothing_from_the_first_day_on() {
        assertThat(due("2026-03-16", new Term(1, DayUnit.WORKING, false), WorkingDays.unpublished("gb"))
                        .computed()
                        .steps())
                .containsExactly(
                        step("2026-03-16", What.DELIVERED),
                        step("2026-03-17", What.NOT_IN_CALENDAR),
                        step("2026-03-17", What.DUE));
    }

    @Test
    void it_agrees_with_a_person_who_crosses_out_days_on_a_wall_calendar() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            LocalDate delivered = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            Set<LocalDate> holidays = new HashSet<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)));
            }
            Term term = new Term(
                    1 + random.nextInt(90),
                    random.nextBoolean() ? DayUnit.WORKING : DayUnit.CALENDAR,
                    random.nextBoolean());

            assertThat(DeadlineClock.due(delivered, term, WorkingDays.of("x", 1, holidays))
                            .dueOn())
                    .as("seed %d, round %d: %s from %s with %s", seed, round, term, delivered, holidays)
                    .isEqualTo(onTheWall(delivered, term, holidays));
        }
    }

    /** The second implementation: one day after another, a tally of those that count. */
    private static LocalDate onTheWall(LocalDate delivered, Term term, Set<LocalDate> holidays) {
        LocalDate day = delivered;
        int tally = 0;
        while (true) {
            day = day.plusDays(1);
            boolean working = day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !holidays.contains(day);
            if (term.unit() == DayUnit.CALENDAR || working) {
                tally++;
            }
            boolean enough = tally >= term.days();
            boolean mayEndHere = working || (term.unit() == DayUnit.CALENDAR && !term.rollForward());
            if (enough && mayEndHere) {
                return day;
            }
        }
    }

    private static Deadline due(String delivered, Term term, WorkingDays workingDays) {
        return DeadlineClock.due(LocalDate.parse(delivered), term, workingDays);
    }

    private static Step step(String day, What what) {
        return new Step(LocalDate.parse(day), what);
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
