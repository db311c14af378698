package org.openengagement.command.importing.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.CommandSide;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rehearsal;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.formats.SharedData;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.identifying.LineIdentifier;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.command.roles.Today;

/** The rules that hold for imports refuse none of the real rows. Without a store, so that all of them can be tried. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealRowsPassTheRulesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Today TODAY = Today.by(Clock.system(ZONE));

    /** Few, but where the whole is asked for: each row is rehearsed for itself, and 3,000 are imported by other tests. */
    private static final long ROWS = Boolean.getBoolean("oel.whole") ? Long.MAX_VALUE : 300;

    private final Identities identities = new Identities(LocalSecret.of(new byte[32]));
    private final RowRehearsal rehearsal =
            new RowRehearsal(new Rehearsal(events -> CommandSide.bus(events, TODAY, () -> "0000000000")), identities);

    @Test
    void of_the_petitions_none_is_refused() throws IOException {
        Path petitions = SharedData.file("uk-petitions/petitions.jsonl");
        try (InputStream file = Files.newInputStream(petitions)) {
            assertThat(refused(file, Formats.named("uk-petitions", ZONE, null).orElseThrow()))
                    .isEmpty();
        }
    }

    @Test
    void of_the_written_questions_none_is_refused() throws IOException {
        Path questions = SharedData.file("uk-written-questions/questions.jsonl.gz");
        Path changes = SharedData.file("uk-written-questions/observed-changes.jsonl.gz");
        try (InputStream file = Files.newInputStream(questions);
                InputStream beside = Files.newInputStream(changes)) {
            assertThat(refused(
                            file,
                            Formats.named("uk-written-questions", ZONE, beside).orElseThrow()))
                    .isEmpty();
        }
    }

    private List<String> refused(InputStream file, ImportFormat format) throws IOException {
        List<String> refused = new ArrayList<>();
        LineIdentifier plan = new LineIdentifier(identities);
        try (LineReader reader = LineReader.of(file)) {
            long taken = 0;
            for (RawLine raw = reader.next(); raw != null && taken < ROWS; raw = reader.next()) {
                taken++;
                try {
                    rehearsal.of(
                            new Row(format.linesOf(raw).stream().map(plan::of).toList()));
                } catch (LineRefusedException | Refusal why) {
                    refused.add("line %d: %s".formatted(raw.number(), why.getMessage()));
                }
            }
            assertThat(taken).isPositive();
        }
        return refused;
    }
}
