package org.openengagement.command.register.calendar;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.HolidayCalendarState;
import org.openengagement.command.slices.EarlierDay;
import org.openengagement.command.slices.Slice;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;

/** Publishes versions of holiday calendars. */
@Slice(
        mutation = "publishHolidayCalendar",
        roles = Role.ADMIN,
        earlierDay = EarlierDay.ANY,
        events = HolidayCalendarPublished.class)
final class PublishHolidayCalendarSlice implements StreamSlice<PublishHolidayCalendar, HolidayCalendarState> {

    @Override
    public String stream(PublishHolidayCalendar command) {
        return Streams.holidayCalendar(command.code());
    }

    @Override
    public HolidayCalendarState none() {
        return HolidayCalendarState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(PublishHolidayCalendar command, HolidayCalendarState state, Caller caller) {
        Rule.uphold(new EachVersionIsNewerThanTheLast(command.code(), command.version(), state));
        return List.of(new HolidayCalendarPublished(command.code(), command.version(), command.dates()));
    }

    record EachVersionIsNewerThanTheLast(String calendar, int version, HolidayCalendarState state) implements Rule {

        @Override
        public boolean isBroken() {
            return version <= state.version();
        }

        @Override
        public String sentence() {
            return "Version %d of calendar %s is not newer than version %d, which the ledger holds."
                    .formatted(version, calendar, state.version());
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.CONFLICT;
        }

        @Override
        public List<String> field() {
            return List.of("version");
        }
    }
}
