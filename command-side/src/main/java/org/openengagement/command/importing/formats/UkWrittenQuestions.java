package org.openengagement.command.importing.formats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.UkTransfers.Transfer;
import org.openengagement.command.importing.lines.Days;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import tools.jackson.databind.node.ObjectNode;

/**
 * Written questions of members of the UK Parliament, one a line as mySociety's archive holds them. A row is the state when
 * it was last seen ({@code observed_at}); days are days in London. Who asked is not taken over.
 *
 * <p>A question that moved to another department is a referral that was forwarded; the moves stand in a file of their own
 * beside the questions. Its due day, where it is for a named day, goes with it.
 */
final class UkWrittenQuestions implements ImportFormat {

    static final String NAME = "uk-written-questions";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** After so many characters the archive clips an answer, and adds dots. */
    private static final int CLIPPED = 255;

    private static final String DOTS = "...";

    private final UkTransfers transfers;

    /** @param transfers which questions moved between departments */
    UkWrittenQuestions(UkTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public List<ImportLine> linesOf(RawLine record) {
        return new Question(record, record.object()).lines();
    }

    /** Also where one is clipped and the other is whole: the archive clips an answer once, and shows it whole at another time. */
    @Override
    public boolean isSameAnswer(String one, String other) {
        return one.equals(other) || isClipped(one, other) || isClipped(other, one);
    }

    private static boolean isClipped(String text, String whole) {
        return text.length() == CLIPPED + DOTS.length()
                && text.endsWith(DOTS)
                && whole.startsWith(text.substring(0, CLIPPED));
    }

    /** One row on its way into lines. */
    private final class Question {

        private final Fields row;
        private final CaseLines lines;
        private final LocalDate tabled;
        private final LocalDate seen;
        private final @Nullable LocalDate answered;
        private final @Nullable LocalDate holding;
        private final @Nullable LocalDate due;
        private final List<Transfer> moves;
        private int referral = 1;

        Question(RawLine record, Fields row) {
            this.row = row;
            tabled = required("dateTabled");
            lines = new CaseLines(record, Long.toString(row.number("id")), source());
            seen = required("observed_at");
            holding = day("dateHoldingAnswer");
            // Where the answer is a holding answer, its day is only the day of that: the question is still open.
            answered = row.flag("answerIsHolding") ? null : day("dateAnswered");
            LocalDate given = day("dateForAnswer");
            due = row.flag("isNamedDay") && given != null && !given.isBefore(tabled) ? given : null;
            moves = transfers.of(row.number("id"));
        }

        List<ImportLine> lines() {
            String department = row.text("answeringBodyName").strip();
            String first = moves.isEmpty() ? department : moves.getFirst().from();
            lines.institution(slug(first), first, InstitutionKind.MINISTRY, tabled);
            lines.submitted(
                    tabled,
                    data -> data.put("kind", "QUESTION")
                            .put("channel", "WEB")
                            .put("language", "en")
                            .put("title", title())
                            .put("text", text(department)));
            lines.event(ProposalPublished.class, tabled, data -> {});
            refer(first, tabled, null);
            boolean replied = false;
            for (Transfer move : moves) {
                LocalDate on = answered != null && move.seenOn().isAfter(answered) ? answered : move.seenOn();
                if (holding != null && !replied && holding.isBefore(on)) {
                    holdingReply();
                    replied = true;
                }
                forward(move.to(), on);
            }
            if (holding != null && !replied) {
                holdingReply();
            }
            answerOrWatch();
            return lines.all();
        }

        private void refer(String to, LocalDate day, @Nullable String forwardedFrom) {
            lines.event(ReferralIssued.class, id(), day, data -> {
                data.put("to", slug(to)).put("purpose", "ANSWER");
                if (due != null) {
                    data.put("dueOn", due.toString());
                }
                if (forwardedFrom != null) {
                    data.put("forwardedFrom", forwardedFrom);
                }
            });
        }

        private void forward(String to, LocalDate day) {
            String from = id();
            lines.institution(slug(to), to, InstitutionKind.MINISTRY, day);
            lines.event(ReferralForwarded.class, from, day, data -> data.put("to", slug(to)));
            referral++;
            refer(to, day, from);
        }

        private void holdingReply() {
            LocalDate day = Objects.requireNonNull(holding);
            lines.event(InterimReplyPublished.class, id(), day, data -> {
                if (answered == null && row.flag("answerIsHolding")) {
                    put(data, answerText());
                }
            });
        }

        private void answerOrWatch() {
            if (answered == null) {
                lines.event(ReferralObserved.class, id(), seen, data -> data.put("until", seen.toString()));
                return;
            }
            LocalDate corrected = day("dateAnswerCorrected");
            String before = row.textIfAny("originalAnswerText");
            lines.event(ResponsePublished.class, id(), answered, data -> {
                data.put("kind", "INFORMATION_PROVIDED");
                put(data, corrected == null || before == null || before.isBlank() ? answerText() : before);
            });
            if (corrected != null) {
                lines.event(ResponseCorrected.class, id(), corrected, data -> put(data, answerText()));
            }
        }

        private String id() {
            return "r" + referral;
        }

        private String title() {
            String heading = row.textIfAny("heading");
            return heading == null || heading.isBlank() ? "Written question " + row.text("uin") : heading.strip();
        }

        private String text(String department) {
            String whole = row.textIfAny("questionTextFull");
            String text = whole != null ? whole : row.textIfAny("questionText");
            return text != null
                    ? text
                    : "A written question to %s. Its text stands at the source.".formatted(department);
        }

        private @Nullable String answerText() {
            String whole = row.textIfAny("answerTextFull");
            return whole != null ? whole : row.textIfAny("answerText");
        }

        private LineSource source() {
            String url = "https://questions-statements.parliament.uk/written-questions/detail/%s/%s"
                    .formatted(tabled, row.text("uin"));
            return new LineSource("UK Parliament written questions", url, "CC-BY-4.0", false);
        }

        private String slug(String department) {
            String slug = Slugs.of(department);
            if (slug.isEmpty()) {
                throw row.refusal("%s names no department.", "answeringBodyName");
            }
            return slug;
        }

        private LocalDate required(String name) {
            LocalDate day = day(name);
            if (day == null) {
                throw row.refusal("%s is missing.", name);
            }
            return day;
        }

        private @Nullable LocalDate day(String name) {
            String text = row.textIfAny(name);
            try {
                return text == null ? null : londonDay(text);
            } catch (DateTimeParseException wrong) {
                throw row.refusal("%s must be a day such as 2023-12-01T00:00:00, or an instant with its offset.", name);
            }
        }

        private static void put(ObjectNode data, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                data.put("text", text);
            }
        }
    }

    /** Days stand in these files as their midnight without an offset. */
    static LocalDate londonDay(String text) {
        return Days.dayOrInstant(text.endsWith("T00:00:00") ? text.substring(0, text.length() - 9) : text, LONDON);
    }
}
