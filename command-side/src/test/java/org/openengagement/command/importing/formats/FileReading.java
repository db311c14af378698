package org.openengagement.command.importing.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;

/** Files as a test writes them down, read through a format. */
final class FileReading {

    /** What a file gave. */
    record Read(List<ImportLine> lines, List<String> refused) {}

    private FileReading() {}

    static Read read(String format, String file) {
        return read(format, file, null);
    }

    static Read read(String format, String file, @Nullable String beside) {
        return read(
                format,
                new ByteArrayInputStream(file.getBytes(UTF_8)),
                beside == null ? null : new ByteArrayInputStream(beside.getBytes(UTF_8)),
                Long.MAX_VALUE);
    }

    static Read read(String format, InputStream file, @Nullable InputStream beside, long atMost) {
        List<ImportLine> lines = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (LineReader reader = LineReader.of(file)) {
            ImportFormat named =
                    Formats.named(format, ZoneId.of("Europe/Skopje"), beside).orElseThrow();
            boolean more = true;
            while (more) {
                try {
                    RawLine line = reader.next();
                    more = line != null && line.number() <= atMost;
                    if (line != null && more) {
                        lines.addAll(named.linesOf(line));
                    }
                } catch (LineRefusedException wrong) {
                    refused.add("line %d: %s".formatted(wrong.line(), wrong.getMessage()));
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return new Read(lines, refused);
    }

    /** A line in one sentence: what, of which case and referral, when, and its own fields. */
    static String told(ImportLine line) {
        return "%s %s %s %s %s"
                .formatted(
                        line.type(),
                        line.caseId() == null ? "-" : line.caseId(),
                        line.referral() == null ? "-" : line.referral(),
                        line.effectiveOn(),
                        new String(line.data().canonical(), UTF_8));
    }
}
