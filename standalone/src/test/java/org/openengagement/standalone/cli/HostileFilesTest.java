package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.standalone.ServedLedger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileFilesTest {

    private static final long SEED = 20_261_122;

    @TempDir
    Path directory;

    @Test
    void a_file_that_is_not_what_it_says_gets_a_plain_error_and_leaves_nothing_behind() throws IOException {
        for (Map.Entry<String, byte[]> each : hostile().entrySet()) {
            Path file = Files.write(directory.resolve(each.getKey()), each.getValue());

            OelRun run = bringIn(file);

            assertThat(run.exitCode()).as(each.getKey()).isBetween(1, 2);
            assertThat(run.error()).as(each.getKey()).isNotBlank().doesNotContain("\tat ", "Exception");
            assertThat(run.error().lines())
                    .as(each.getKey())
                    .allMatch(line -> line.startsWith("line ") || line.startsWith("oel: "));
        }
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            ledger.untilReached();
            assertThat(ledger.ask(
                                    "{ entries(first: 100, filter: {type: [\"ProposalSubmitted\", \"InstitutionRegistered\"]}) { totalCount } }")
                            .at("/entries/totalCount")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void the_lines_of_a_cut_file_that_are_whole_are_taken_and_the_cut_one_is_named() throws IOException {
        String whole = institution("lipovo") + "\n" + institution("drenovo") + "\n";
        Path file = Files.writeString(
                directory.resolve("cut.jsonl"), whole + institution("selce").substring(0, 60));

        OelRun run = bringIn(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error()).startsWith("line 3: ");
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            ledger.untilReached();
            assertThat(ledger.ask("{ institutions(first: 9) { totalCount } }")
                            .at("/institutions/totalCount")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    private OelRun bringIn(Path file) {
        return OelRun.of(
                "import",
                file.toString(),
                "--data-dir",
                directory.resolve("data").toString(),
                "--key-dir",
                directory.resolve("keys").toString());
    }

    private static Map<String, byte[]> hostile() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        byte[] noise = new byte[4_096];
        new Random(SEED).nextBytes(noise);
        files.put("noise.jsonl", noise);
        files.put("noise.jsonl.gz", noise);
        byte[] compressed = compressed(institution("lipovo") + "\n");
        files.put("cut.jsonl.gz", Arrays.copyOf(compressed, compressed.length - 12));
        files.put("a-page.jsonl", text("<!doctype html><title>404</title>"));
        files.put("a-spreadsheet.jsonl", text("id;title;day\n1;Lamp;2025-03-01\n"));
        files.put(
                "of-tomorrow.jsonl",
                text("{\"v\":\"oel-events/v2\",\"type\":\"Everything\",\"effectiveOn\":\"2025-03-01\"}\n"));
        files.put(
                "nested.jsonl",
                text("{\"v\":\"oel-events/v1\",\"type\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n"));
        files.put(
                "one-long-line.jsonl", text("{\"v\":\"oel-events/v1\",\"type\":\"" + "a".repeat(20_000_000) + "\"}\n"));
        files.put(
                "twice-the-same-key.jsonl",
                text(institution("lipovo").replace("\"slug\"", "\"slug\":\"drenovo\",\"slug\"") + "\n"));
        files.put("half-a-character.jsonl", text(institution("lipovo").replace("Lipovo", "\\ud800") + "\n"));
        files.put("no-such-day.jsonl", text(institution("lipovo").replace("2015-01-01", "2015-02-30") + "\n"));
        files.put("a-path-as-slug.jsonl", text(institution("../../etc/passwd") + "\n"));
        files.put("zeros.jsonl", new byte[100_000]);
        return files;
    }

    private static String institution(String slug) {
        return "{\"v\":\"oel-events/v1\",\"type\":\"InstitutionRegistered\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"slug\":\"%s\",\"name\":{\"en\":\"Municipality of Lipovo\"},\"kind\":\"MUNICIPALITY\"}}"
                .formatted(slug);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text(content));
        }
        return bytes.toByteArray();
    }
}
