package org.openengagement.command.importing.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.importing.formats.FileReading.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes out of the real files, against counts that are made from their rows without any code of ours. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealDataTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void the_petitions_give_the_events_that_a_count_of_their_rows_gives() throws IOException {
        Path file = SharedData.file("uk-petitions/petitions.jsonl");
        Map<String, Integer> expected = new TreeMap<>();
        rows(file, Long.MAX_VALUE, row -> {
            add(expected, "ProposalSubmitted", true);
            add(expected, "ProposalRejected", there(row, "rejected_at"));
            add(expected, "ProposalPublished", !there(row, "rejected_at"));
            add(expected, "ReferralIssued", there(row, "response_threshold_reached_at"));
            add(expected, "ReferralIssued", there(row, "debate_threshold_reached_at") || debated(row));
            add(expected, "ResponsePublished", there(row, "government_response_at"));
            add(expected, "ResponsePublished", there(row, "debate_threshold_reached_at") && debated(row));
            add(
                    expected,
                    "ReferralObserved",
                    there(row, "response_threshold_reached_at") && !there(row, "government_response_at"));
            add(expected, "ReferralObserved", there(row, "debate_threshold_reached_at") && !debated(row));
            add(expected, "CaseClosed", there(row, "closed_at"));
            add(expected, "SupportCounted", true);
        });
        try (InputStream in = Files.newInputStream(file)) {
            Read read = FileReading.read("uk-petitions", in, null, Long.MAX_VALUE);
            assertThat(read.refused()).isEmpty();
            assertThat(types(read)).containsAllEntriesOf(expected);
            assertThat(types(read).keySet())
                    .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.concat(
                                    expected.keySet().stream(), java.util.stream.Stream.of("InstitutionRegistered"))
                            .toList());
        }
    }

    @Test
    void the_written_questions_give_the_events_that_a_count_of_their_rows_gives() throws IOException {
        Path file = SharedData.file("uk-written-questions/questions.jsonl.gz");
        Path changes = SharedData.file("uk-written-questions/observed-changes.jsonl.gz");
        assertThat(Formats.beside("uk-written-questions", file)).contains(changes);
        Map<Long, Integer> moves = new HashMap<>();
        rows(changes, Long.MAX_VALUE, row -> {
            if (row.path("field").asString("").equals("answeringBodyName")) {
                moves.merge(row.get("id").longValue(), 1, Integer::sum);
            }
        });
        Map<String, Integer> expected = new TreeMap<>();
        rows(file, SharedData.questions(), row -> {
            int moved = moves.getOrDefault(row.get("id").longValue(), 0);
            boolean holding = row.get("answerIsHolding").asBoolean(false);
            boolean answered = there(row, "dateAnswered") && !holding;
            for (String each : List.of("ProposalSubmitted", "ProposalPublished")) {
                add(expected, each, true);
            }
            expected.merge("ReferralIssued", 1 + moved, Integer::sum);
            if (moved > 0) {
                expected.merge("ReferralForwarded", moved, Integer::sum);
            }
            add(expected, "InterimReplyPublished", there(row, "dateHoldingAnswer"));
            add(expected, "ResponsePublished", answered);
            add(expected, "ReferralObserved", !answered);
            add(expected, "ResponseCorrected", there(row, "dateAnswerCorrected"));
        });
        try (InputStream in = Files.newInputStream(file);
                InputStream beside = Files.newInputStream(changes)) {
            Read read = FileReading.read("uk-written-questions", in, beside, SharedData.questions());
            assertThat(read.refused()).isEmpty();
            assertThat(types(read)).containsAllEntriesOf(expected);
        }
    }

    private static Map<String, Integer> types(Read read) {
        Map<String, Integer> counts = new TreeMap<>();
        read.lines().forEach(line -> counts.merge(line.type(), 1, Integer::sum));
        return counts;
    }

    private static boolean there(JsonNode row, String name) {
        JsonNode value = row.get(name);
        return value != null && !value.isNull();
    }

    private static boolean debated(JsonNode row) {
        return row.path("debate").hasNonNull("debated_on");
    }

    private static void add(Map<String, Integer> counts, String type, boolean happened) {
        if (happened) {
            counts.merge(type, 1, Integer::sum);
        }
    }

    private static void rows(Path file, long atMost, Consumer<JsonNode> each) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            reader.lines().limit(atMost).map(JSON::readTree).forEach(each);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
