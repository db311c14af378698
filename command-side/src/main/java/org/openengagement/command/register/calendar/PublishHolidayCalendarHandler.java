package org.openengagement.command.register.calendar;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.HolidayCalendarState;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;

/** Publishes versions of holiday calendars. */
public final class PublishHolidayCalendarHandler {

    private final StreamsOf<HolidayCalendarState> calendars;
    private final Permissions permissions;

    public PublishHolidayCalendarHandler(StreamsOf<HolidayCalendarState> calendars, Permissions permissions) {
        this.calendars = calendars;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(PublishHolidayCalendar command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.ADMIN);
        return calendars.change(Streams.holidayCalendar(command.code()), state -> {
            Rule.uphold(new EachVersionIsNewerThanTheLast(command.code(), command.version(), state));
            return new HolidayCalendarPublished(command.code(), command.version(), command.dates());
        });
    }
}
