package org.openengagement.command.register.calendar;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.HolidayCalendarState;

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
