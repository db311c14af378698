package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.importing.lines.Days;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.register.calendar.PublishHolidayCalendar;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.register.legalbasis.EnactLegalBasis;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;

/** The commands that lines of the register ask for. */
final class RegisterCommands {

    private RegisterCommands() {}

    /** The command of a line. */
    static Command<?> command(ImportLine line) {
        return switch (line.type()) {
            case "InstitutionRegistered" -> institution(line);
            case "LegalBasisEnacted" -> legalBasis(line);
            default -> calendar(line);
        };
    }

    private static Command<?> institution(ImportLine line) {
        Fields data = line.data().only("slug", "name", "kind", "parent", "identifiers", "topics");
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

    private static Command<?> legalBasis(ImportLine line) {
        Fields data = line.data()
                .only("code", "title", "days", "unit", "rollForward", "pausable", "maxExtensionDays", "calendar");
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

    private static Command<?> calendar(ImportLine line) {
        Fields data = line.data().only("code", "version", "dates");
        return new PublishHolidayCalendar(data.text("code"), data.count("version"), days(data));
    }

    private static Map<String, String> names(Fields name) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : name.names()) {
            names.put(language, name.text(language));
        }
        return names;
    }

    private static List<LocalDate> days(Fields data) {
        try {
            return data.texts("dates").stream().map(Days::day).toList();
        } catch (DateTimeParseException wrong) {
            throw data.refusal("%s must be a list of days such as 2024-03-01.", "dates");
        }
    }

    /** Whether a command was refused only because the institution that it names is not registered. */
    static boolean isForWantOfAnInstitution(Refusal refused) {
        return refused.code() == RefusalCode.NOT_FOUND && refused.field().equals(List.of("institution"));
    }
}
