package org.openengagement.command.register.calendar;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.command.cases.Callers.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.register.HolidayCalendarState;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishHolidayCalendarTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 1, 7);

    @Test
    void the_days_stand_in_their_order() {
        given(List.of())
                .when(anAdmin(), new PublishHolidayCalendar("mk", 1, List.of(CHRISTMAS, NEW_YEAR)))
                .records(new HolidayCalendarPublished("mk", 1, List.of(NEW_YEAR, CHRISTMAS)));
    }

    @Test
    void no_version_is_published_twice() {
        given(List.of(new HolidayCalendarPublished("mk", 2, List.of(NEW_YEAR))))
                .when(anAdmin(), new PublishHolidayCalendar("mk", 2, List.of(NEW_YEAR)))
                .isRefusedBy(PublishHolidayCalendarSlice.EachVersionIsNewerThanTheLast.class);
    }

    @Test
    void no_day_is_a_holiday_twice() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new PublishHolidayCalendar("mk", 1, List.of(NEW_YEAR, NEW_YEAR)))
                .withMessage("dates names something twice.");
    }

    private static Deciding<StreamOf<HolidayCalendarState>> given(List<?> history) {
        return Deciding.onStream(new PublishHolidayCalendarSlice(), history);
    }
}
