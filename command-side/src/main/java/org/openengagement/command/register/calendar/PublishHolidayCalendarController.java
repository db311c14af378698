package org.openengagement.command.register.calendar;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.UserError;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record PublishHolidayCalendarController(MutationDesk desk) {

    record Input(String code, int version, List<LocalDate> dates) {}

    record Payload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String code,
            @Nullable Integer version) {}

    @MutationMapping
    Payload publishHolidayCalendar(@Argument Input input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                () -> new PublishHolidayCalendar(input.code(), input.version(), input.dates()),
                accepted -> new Payload(accepted.recorded().last(), List.of(), input.code(), input.version()),
                errors -> new Payload(null, errors, null, null));
    }
}
