package org.openengagement.command.importing.formats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.lines.Days;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;
import tools.jackson.databind.node.ObjectNode;

/**
 * E-petitions to the UK Parliament, one a line as its website shows them, with the department that signed the answer in
 * {@code _derived}. A row is the state at its {@code updated_at}; days are days in London.
 *
 * <p>The threshold for an answer is a referral to the department, that for a debate one to the House of Commons. Neither
 * has a due day. A government response or a debate can come after the petition closed for signatures.
 */
final class UkPetitions implements ImportFormat {

    static final String NAME = "uk-petitions";

    /** What the rows carry is no text where only the facts were taken over. */
    static final String NO_TEXT = "An e-petition to the UK Parliament. Its text stands at the source.";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String ANSWER = "response";
    private static final String DEBATE = "debate";
    private static final String COMMONS = "house-of-commons";

    /** One institution, however the sign-off line spells it. */
    private static final Map<String, String> SPELT = Map.of(
            "department-for-health",
            "Department of Health",
            "department-for-the-environment-food-and-rural-affairs",
            "Department for Environment, Food and Rural Affairs");

    @Override
    public List<ImportLine> linesOf(RawLine record) {
        Fields row = record.object();
        CaseLines lines = new CaseLines(record, Long.toString(row.number("id")), source(row));
        lines.submitted(
                required(row, "created_at"),
                data -> data.put("kind", "PETITION")
                        .put("channel", "WEB")
                        .put("language", "en")
                        .put("title", row.text("action").strip())
                        .put("text", text(row)));
        LocalDate rejected = day(row, "rejected_at");
        if (rejected != null) {
            lines.event(ProposalRejected.class, rejected, data -> rejection(row, data));
        } else {
            LocalDate opened = day(row, "opened_at");
            lines.event(ProposalPublished.class, opened != null ? opened : required(row, "open_at"), data -> {});
        }
        answer(row, lines);
        debate(row, lines);
        LocalDate closed = day(row, "closed_at");
        if (closed != null) {
            lines.event(CaseClosed.class, closed, data -> data.put("reason", "SOURCE_CLOSED"));
        }
        Long signatures = row.numberIfAny("signature_count");
        if (signatures != null) {
            lines.event(SupportCounted.class, required(row, "updated_at"), data -> data.put("count", signatures));
        }
        return lines.all();
    }

    private static void answer(Fields row, CaseLines lines) {
        LocalDate reached = day(row, "response_threshold_reached_at");
        if (reached == null) {
            return;
        }
        String signed = row.object("_derived").textIfAny("department_signoff");
        if (signed == null) {
            refer(lines, ANSWER, "HM Government", InstitutionKind.OTHER, reached);
        } else {
            String name = signed.strip().replaceAll("\\.$", "");
            refer(lines, ANSWER, SPELT.getOrDefault(Slugs.of(name), name), InstitutionKind.MINISTRY, reached);
        }
        Fields response = row.object("government_response");
        String said = joined(response.textIfAny("summary"), response.textIfAny("details"));
        outcome(row, lines, ANSWER, day(row, "government_response_at"), data -> {
            if (!said.isEmpty()) {
                data.put("text", said);
            }
        });
    }

    private static void debate(Fields row, CaseLines lines) {
        LocalDate reached = day(row, "debate_threshold_reached_at");
        LocalDate debated = row.object(DEBATE).dayIfAny("debated_on");
        // A debate that was held before the threshold is no answer to it: nobody owed one then.
        if (reached != null && (debated == null || !debated.isBefore(reached))) {
            refer(lines, DEBATE, "House of Commons", InstitutionKind.PARLIAMENT, reached);
            outcome(row, lines, DEBATE, debated, data -> {});
        } else if (debated != null) {
            lines.institution(COMMONS, "House of Commons", InstitutionKind.PARLIAMENT, debated);
            lines.event(
                    ReferralIssued.class,
                    DEBATE,
                    debated,
                    data -> data.put("to", COMMONS).put("purpose", "INFORMATION"));
        }
    }

    private static void refer(CaseLines lines, String id, String name, InstitutionKind kind, LocalDate day) {
        String slug = Slugs.of(name);
        lines.institution(slug, name, kind, day);
        lines.event(ReferralIssued.class, id, day, data -> data.put("to", slug).put("purpose", "ANSWER"));
    }

    private static void outcome(
            Fields row, CaseLines lines, String referral, @Nullable LocalDate answered, Consumer<ObjectNode> said) {
        if (answered == null) {
            LocalDate watched = required(row, "updated_at");
            lines.event(ReferralObserved.class, referral, watched, data -> data.put("until", watched.toString()));
            return;
        }
        lines.event(ResponsePublished.class, referral, answered, data -> {
            data.put("kind", "INFORMATION_PROVIDED");
            said.accept(data);
        });
    }

    private static void rejection(Fields row, ObjectNode data) {
        Fields rejection = row.object("rejection");
        String code = rejection.text("code");
        data.put(
                "code",
                switch (code) {
                    case "duplicate" -> "DUPLICATE";
                    case "no-action" -> "NO_ACTION";
                    case "irrelevant" -> "IRRELEVANT";
                    case "honours" -> "HONOURS";
                    default -> throw rejection.refusal("%s is none that is known.", "code");
                });
        String details = rejection.textIfAny("details");
        if (details != null && !details.isBlank()) {
            data.put("text", details);
        }
    }

    private static LineSource source(Fields row) {
        String self = row.object("links").textIfAny("self");
        String url = self == null
                ? "https://petition.parliament.uk/petitions/" + row.number("id")
                : self.replaceAll("\\.json$", "");
        return new LineSource("UK Parliament petitions", url, "OGL-UK-3.0", false);
    }

    private static String text(Fields row) {
        return row.has("background")
                ? joined(row.textIfAny("background"), row.textIfAny("additional_details"))
                : NO_TEXT;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static LocalDate required(Fields row, String name) {
        LocalDate day = day(row, name);
        if (day == null) {
            throw row.refusal("%s is missing.", name);
        }
        return day;
    }

    private static @Nullable LocalDate day(Fields row, String name) {
        String text = row.textIfAny(name);
        try {
            return text == null ? null : Days.dayOrInstant(text, LONDON);
        } catch (DateTimeParseException wrong) {
            throw row.refusal("%s must be an instant such as 2015-07-20T13:02:14.720Z.", name);
        }
    }
}
