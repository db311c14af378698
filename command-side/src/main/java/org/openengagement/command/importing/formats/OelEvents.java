package org.openengagement.command.importing.formats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.lines.Days;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;

/** {@code oel-events/v1}, the ledger's own format: one public event a line. */
final class OelEvents implements ImportFormat {

    static final String NAME = "oel-events/v1";

    private static final int LONGEST_ID = 500;

    private final ZoneId zone;
    private boolean begun;

    OelEvents(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public List<ImportLine> linesOf(RawLine record) {
        boolean first = !begun;
        begun = true;
        Fields fields = record.object()
                .only("v", "type", "case", "referral", "effectiveOn", "source", "data", "position", "recordedAt", "id");
        String version = fields.textIfAny("v");
        if (first && version == null) {
            throw new LineRefusedException(record.number(), "the first line must say \"v\":\"%s\".".formatted(NAME));
        }
        if (version != null && !version.equals(NAME)) {
            throw new LineRefusedException(record.number(), "v must be \"%s\".".formatted(NAME));
        }
        return List.of(new ImportLine(
                record.number(),
                fields.text("type"),
                id(fields, "case"),
                id(fields, "referral"),
                effectiveOn(fields),
                source(fields),
                fields.object("data"),
                false,
                record.length()));
    }

    private static @Nullable String id(Fields fields, String name) {
        String id = fields.textIfAny(name);
        if (id != null && (id.isBlank() || id.length() > LONGEST_ID)) {
            throw fields.refusal("%s must have 1 to " + LONGEST_ID + " characters.", name);
        }
        return id;
    }

    private LocalDate effectiveOn(Fields fields) {
        try {
            return Days.dayOrInstant(fields.text("effectiveOn"), zone);
        } catch (DateTimeParseException wrong) {
            throw fields.refusal(
                    "%s must be a day such as 2024-03-01, or an instant with its offset such as 2024-03-01T09:15:00Z.",
                    "effectiveOn");
        }
    }

    private static @Nullable LineSource source(Fields fields) {
        if (!fields.has("source")) {
            return null;
        }
        Fields source = fields.object("source").only("name", "url", "licence", "case", "publishesAtOnce");
        return new LineSource(
                source.text("name"),
                source.textIfAny("url"),
                source.textIfAny("licence"),
                source.flag("publishesAtOnce"));
    }
}
