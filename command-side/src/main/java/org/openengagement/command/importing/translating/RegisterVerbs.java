package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.importing.lines.Days;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.register.calendar.PublishHolidayCalendar;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.register.legalbasis.EnactLegalBasis;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** What cases refer to: institutions, legal bases, calendars of holidays. */
final class RegisterVerbs {

    static final List<Verb> ALL = List.of(new Institution(), new LegalBasis(), new HolidayCalendar());

    private RegisterVerbs() {}

    private static final class Institution extends RegisterVerb {

        Institution() {
            super(InstitutionRegistered.class, "slug", "name", "kind", "parent", "identifiers", "topics");
        }

        @Override
        Command<?> command(Fields data) {
            return new RegisterInstitution(
                    data.text("slug"),
                    names(data.object("name")),
                    data.oneOf(InstitutionKind.class, "kind"),
                    data.textIfAny("parent"),
                    data.objects("identifiers").stream()
                            .map(each -> each.only("scheme", "id"))
                            .map(each -> new Identifier(each.text("scheme"), each.text("id")))
                            .toList(),
                    data.texts("topics"));
        }

        private static Map<String, String> names(Fields name) {
            Map<String, String> names = new LinkedHashMap<>();
            for (String language : name.names()) {
                names.put(language, name.text(language));
            }
            return names;
        }
    }

    private static final class LegalBasis extends RegisterVerb {

        LegalBasis() {
            super(
                    LegalBasisEnacted.class,
                    "code",
                    "title",
                    "days",
                    "unit",
                    "rollForward",
                    "pausable",
                    "maxExtensionDays",
                    "calendar");
        }

        @Override
        Command<?> command(Fields data) {
            return new EnactLegalBasis(
                    data.text("code"),
                    data.text("title"),
                    data.count("days"),
                    data.oneOf(DayUnit.class, "unit"),
                    data.flag("rollForward"),
                    data.flag("pausable"),
                    data.has("maxExtensionDays") ? data.count("maxExtensionDays") : 0,
                    data.textIfAny("calendar"));
        }
    }

    private static final class HolidayCalendar extends RegisterVerb {

        HolidayCalendar() {
            super(HolidayCalendarPublished.class, "code", "version", "dates");
        }

        @Override
        Command<?> command(Fields data) {
            return new PublishHolidayCalendar(data.text("code"), data.count("version"), days(data));
        }

        private static List<LocalDate> days(Fields data) {
            try {
                return data.texts("dates").stream().map(Days::day).toList();
            } catch (DateTimeParseException wrong) {
                throw data.refusal("%s must be a list of days such as 2024-03-01.", "dates");
            }
        }
    }
}
