package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.Importer;
import org.openengagement.query.figures.PlainFigures;
import org.openengagement.query.figures.WrittenQuestions;
import tools.jackson.databind.JsonNode;

/**
 * Real questions, from file to events to projections to a journalist's answer over HTTP: the figures per department equal
 * those that a second, plain program counts from the raw rows.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiguresOfRealQuestionsTest {

    private static final int ROWS = Boolean.getBoolean("oel.whole") ? Integer.MAX_VALUE : 3_000;
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2023, 12, 20), LocalDate.of(2024, 9, 30), LocalDate.of(2026, 1, 1));

    private static final String RESPONSE_TIMES = """
            query ($day: Date!) {
              responseTimes(groupBy: [INSTITUTION], day: $day) {
                groups {
                  key { value }
                  referrals answered open openOverdue declined forwarded withdrawn
                  onTime { n hits low high }
                  endedByDueDay unknown medianDays p80Days oldestOpenDays rankable
                  incidence { answered declined forwarded withdrawn }
                }
              }
            }
            """;

    @Test
    void the_figures_per_department_equal_a_plain_count_of_the_rows(@TempDir Path directory) throws IOException {
        Optional<Path> folder = WrittenQuestions.folder();
        assumeTrue(folder.isPresent(), "the real questions are not on this machine: set OEL_SHARED to their folder");
        WrittenQuestions questions = WrittenQuestions.read(folder.get(), ROWS, true);

        try (ServedLedger ledger = ServedLedger.in(directory)) {
            ImportReport report = ledger.running()
                    .part(Importer.class)
                    .run(
                            ImportFile.at(firstRowsOf(folder.get(), directory), "uk-written-questions"),
                            ImportOptions.PLAIN,
                            progress -> {});
            assertThat(report.newlyRefused()).isEmpty();
            ledger.untilReached();

            for (LocalDate day : DAYS) {
                TreeMap<String, PlainFigures> found = new TreeMap<>();
                for (JsonNode group : ledger.ask(RESPONSE_TIMES, Map.of("day", day.toString()))
                        .at("/responseTimes/groups")) {
                    found.put(group.at("/key/0/value").asString(), figures(group));
                }

                assertThat(found)
                        .as(day.toString())
                        .hasSizeGreaterThan(15)
                        .isEqualTo(PlainFigures.byInstitution(
                                questions.asOf(day).stream()
                                        .flatMap(Collection::stream)
                                        .toList(),
                                day));
            }
        }
    }

    /** The first rows in a file of their own, with the file of changes beside it. */
    private static Path firstRowsOf(Path folder, Path directory) throws IOException {
        Path all = folder.resolve("questions.jsonl.gz");
        if (ROWS == Integer.MAX_VALUE) {
            return all;
        }
        Path first = directory.resolve("questions.jsonl.gz");
        try (InputStream zipped = Files.newInputStream(all);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8));
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(first))) {
            for (String line : lines.lines().limit(ROWS).toList()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.copy(folder.resolve("observed-changes.jsonl.gz"), directory.resolve("observed-changes.jsonl.gz"));
        return first;
    }

    private static PlainFigures figures(JsonNode group) {
        return new PlainFigures(
                group.get("referrals").asInt(),
                group.get("answered").asInt(),
                group.get("open").asInt(),
                group.get("openOverdue").asInt(),
                group.get("declined").asInt(),
                group.get("forwarded").asInt(),
                group.get("withdrawn").asInt(),
                group.at("/onTime/n").asInt(),
                group.at("/onTime/hits").asInt(),
                share(group.at("/onTime/low")),
                share(group.at("/onTime/high")),
                group.get("endedByDueDay").asInt(),
                group.get("unknown").asInt(),
                days(group.get("medianDays")),
                days(group.get("p80Days")),
                days(group.get("oldestOpenDays")),
                Stream.of("answered", "declined", "forwarded", "withdrawn")
                        .map(end ->
                                "%.7f".formatted(group.at("/incidence/" + end).asDouble()))
                        .toList(),
                group.get("rankable").asBoolean());
    }

    private static @Nullable Integer days(JsonNode value) {
        return value.isNull() ? null : Integer.valueOf(value.asInt());
    }

    private static @Nullable String share(JsonNode value) {
        return value.isNull() ? null : "%.7f".formatted(Math.abs(value.asDouble()));
    }
}
