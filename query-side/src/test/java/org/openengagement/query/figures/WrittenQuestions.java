package org.openengagement.query.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * MPs' written questions as plain referrals, straight from the raw rows by the mapping that is published with them. It knows
 * nothing of events, imports or columns, so that what came all the way through them can be counted again.
 *
 * @param rows the raw rows
 * @param transfers the changes of department, by the id of the question, in the order in which they were seen
 */
public record WrittenQuestions(List<JsonNode> rows, Map<Long, List<JsonNode>> transfers) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String ANSWERED = "ANSWERED";
    private static final String FORWARDED = "FORWARDED";

    /** The folder of the real data; empty where this machine does not have it. */
    public static Optional<Path> folder() {
        String shared = Optional.ofNullable(System.getenv("OEL_SHARED")).orElse("../../shared");
        return Optional.of(Path.of(shared, "data", "uk-written-questions")).filter(Files::isDirectory);
    }

    /**
     * Reads the first rows of the real data.
     *
     * @param most how many rows at most
     * @param withTransfers whether to follow questions from department to department
     */
    public static WrittenQuestions read(Path folder, int most, boolean withTransfers) throws IOException {
        List<JsonNode> rows = lines(folder.resolve("questions.jsonl.gz"), most);
        Map<Long, List<JsonNode>> transfers = new HashMap<>();
        if (withTransfers) {
            for (JsonNode change : lines(folder.resolve("observed-changes.jsonl.gz"), Integer.MAX_VALUE)) {
                if ("answeringBodyName".equals(text(change, "field"))) {
                    transfers
                            .computeIfAbsent(change.get("id").asLong(), id -> new ArrayList<>())
                            .add(change);
                }
            }
        }
        return new WrittenQuestions(rows, transfers);
    }

    private static List<JsonNode> lines(Path file, int most) throws IOException {
        try (InputStream zipped = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8))) {
            return lines.lines().limit(most).map(JSON::readTree).toList();
        }
    }

    /** The referrals of each row in order, one list a row, as they stood at the end of a day. */
    public List<List<PlainReferral>> asOf(LocalDate day) {
        return rows.stream().map(row -> referralsOf(row, day)).toList();
    }

    private List<PlainReferral> referralsOf(JsonNode row, LocalDate day) {
        List<JsonNode> moves = transfers.getOrDefault(row.get("id").asLong(), List.of());
        LocalDate answered = row.get("answerIsHolding").asBoolean(false) ? null : day(row, "dateAnswered");
        LocalDate delivered = required(day(row, "dateTabled"));
        LocalDate due = row.get("isNamedDay").asBoolean() ? day(row, "dateForAnswer") : null;
        if (due != null && due.isBefore(delivered)) {
            due = null;
        }
        String department = moves.isEmpty() ? text(row, "answeringBodyName") : text(moves.getFirst(), "from");
        LocalDate observed = instantDay(row);
        List<PlainReferral> referrals = new ArrayList<>();
        for (JsonNode move : moves) {
            LocalDate moved = instantDay(move);
            if (answered != null && moved.isAfter(answered)) {
                moved = answered;
            }
            referrals.add(seen(required(department), delivered, due, FORWARDED, moved, observed, day));
            delivered = moved;
            department = text(move, "to");
        }
        referrals.add(seen(required(department), delivered, due, ANSWERED, answered, observed, day));
        return referrals.stream().filter(r -> !r.delivered().isAfter(day)).toList();
    }

    private static PlainReferral seen(
            String department,
            LocalDate delivered,
            @Nullable LocalDate due,
            String how,
            @Nullable LocalDate ended,
            LocalDate observed,
            LocalDate day) {
        boolean happened = ended != null && !ended.isAfter(day);
        return new PlainReferral(
                slug(department),
                delivered,
                due,
                happened ? how : null,
                happened ? ended : null,
                PlainReferral.watchedUntil(List.of(observed), ended == null ? List.of() : List.of(ended), day));
    }

    /** The name in lower case, its words joined by hyphens, without punctuation. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s-]", "")
                .trim()
                .replaceAll("[\\s-]+", "-");
    }

    private static LocalDate instantDay(JsonNode row) {
        return OffsetDateTime.parse(required(text(row, "observed_at")))
                .atZoneSameInstant(LONDON)
                .toLocalDate();
    }

    private static @Nullable LocalDate day(JsonNode row, String field) {
        String text = text(row, field);
        return text == null ? null : LocalDate.parse(text.substring(0, 10));
    }

    private static @Nullable String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a row without a name or a day that every row has");
        }
        return value;
    }
}
