package org.openengagement.command.register.calendar;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.HolidayCalendarStream;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.Repositories;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;

/** Publishes versions of holiday calendars. */
public final class PublishHolidayCalendarHandler {

    private final Repository<HolidayCalendarStream> calendars;
    private final Permissions permissions;

    public PublishHolidayCalendarHandler(Repository<HolidayCalendarStream> calendars, Permissions permissions) {
        this.calendars = calendars;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(PublishHolidayCalendar command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.ADMIN);
        return Repositories.loadOrCreate(calendars, Streams.holidayCalendar(command.code()), HolidayCalendarStream::new)
                .invoke(calendar -> {
                    Rule.uphold(new EachVersionIsNewerThanTheLast(command.code(), command.version(), calendar.state()));
                    return calendar.record(
                            new HolidayCalendarPublished(command.code(), command.version(), command.dates()));
                });
    }
}
