package org.openengagement.command.register.legalbasis;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.UserError;
import org.openengagement.ledger.events.register.DayUnit;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record EnactLegalBasisController(MutationDesk desk) {

    record Input(
            String code,
            String title,
            int days,
            DayUnit unit,
            @Nullable Boolean rollForward,
            @Nullable Boolean pausable,
            @Nullable Integer maxExtensionDays,
            @Nullable String calendar) {}

    record Payload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String code) {}

    @MutationMapping
    Payload enactLegalBasis(@Argument Input input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                () -> new EnactLegalBasis(
                        input.code(),
                        input.title(),
                        input.days(),
                        input.unit(),
                        Boolean.TRUE.equals(input.rollForward()),
                        Boolean.TRUE.equals(input.pausable()),
                        Objects.requireNonNullElse(input.maxExtensionDays(), 0),
                        input.calendar()),
                accepted -> new Payload(accepted.recorded().last(), List.of(), input.code()),
                errors -> new Payload(null, errors, null));
    }
}
