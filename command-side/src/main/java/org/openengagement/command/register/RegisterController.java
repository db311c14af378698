package org.openengagement.command.register;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.UserError;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.register.calendar.PublishHolidayCalendar;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.register.legalbasis.EnactLegalBasis;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
final class RegisterController {

    private static final List<Role> ADMIN = List.of(Role.ADMIN);

    private final MutationDesk desk;

    RegisterController(MutationDesk desk) {
        this.desk = desk;
    }

    record LocalizedTextInput(String language, String text) {}

    record InstitutionInput(
            String slug,
            List<LocalizedTextInput> names,
            @Nullable InstitutionKind kind,
            @Nullable String parent,
            @Nullable List<Identifier> identifiers,
            @Nullable List<String> topics) {}

    record LegalBasisInput(
            String code,
            String title,
            int days,
            DayUnit unit,
            @Nullable Boolean rollForward,
            @Nullable Boolean pausable,
            @Nullable Integer maxExtensionDays,
            @Nullable String calendar) {}

    record CalendarInput(String code, int version, List<LocalDate> dates) {}

    record InstitutionPayload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String slug) {}

    record LegalBasisPayload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String code) {}

    record CalendarPayload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String code,
            @Nullable Integer version) {}

    @MutationMapping
    InstitutionPayload registerInstitution(@Argument InstitutionInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                ADMIN,
                () -> new RegisterInstitution(
                        input.slug(),
                        names(input.names()),
                        input.kind() == null ? InstitutionKind.OTHER : input.kind(),
                        input.parent(),
                        Objects.requireNonNullElse(input.identifiers(), List.of()),
                        Objects.requireNonNullElse(input.topics(), List.of())),
                accepted -> new InstitutionPayload(accepted.recorded().last(), List.of(), input.slug()),
                errors -> new InstitutionPayload(null, errors, null));
    }

    @MutationMapping
    LegalBasisPayload enactLegalBasis(@Argument LegalBasisInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                ADMIN,
                () -> new EnactLegalBasis(
                        input.code(),
                        input.title(),
                        input.days(),
                        input.unit(),
                        Boolean.TRUE.equals(input.rollForward()),
                        Boolean.TRUE.equals(input.pausable()),
                        Objects.requireNonNullElse(input.maxExtensionDays(), 0),
                        input.calendar()),
                accepted -> new LegalBasisPayload(accepted.recorded().last(), List.of(), input.code()),
                errors -> new LegalBasisPayload(null, errors, null));
    }

    @MutationMapping
    CalendarPayload publishHolidayCalendar(@Argument CalendarInput input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                ADMIN,
                () -> new PublishHolidayCalendar(input.code(), input.version(), input.dates()),
                accepted -> new CalendarPayload(accepted.recorded().last(), List.of(), input.code(), input.version()),
                errors -> new CalendarPayload(null, errors, null, null));
    }

    private static Map<String, String> names(List<LocalizedTextInput> names) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (LocalizedTextInput name : names) {
            if (byLanguage.put(name.language(), name.text()) != null) {
                throw Refusal.invalid("names", "names holds the language %s twice.".formatted(name.language()));
            }
        }
        return byLanguage;
    }
}
