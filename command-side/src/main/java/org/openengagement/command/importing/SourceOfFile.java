package org.openengagement.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;

/**
 * Whose history a file holds: the source that its first case names, as the case's submission will name it publicly. What the
 * file itself is called is asked nowhere: a person's name may be in that, and what opens a run can never be erased.
 */
final class SourceOfFile {

    private SourceOfFile() {}

    /**
     * Reads a file as far as its first case.
     *
     * @param format reads this file, and is used up
     * @return the name of the source, 1 to 200 characters; that of {@link LineSource#UNNAMED} where the case names none, or
     *     where there is no case that can be read
     * @throws IOException if the file cannot be read
     */
    static String name(ImportFile file, ImportFormat format) throws IOException {
        try (InputStream content = file.content().open();
                LineReader reader = LineReader.of(content)) {
            boolean more = true;
            while (more) {
                try {
                    RawLine raw = reader.next();
                    more = raw != null;
                    for (ImportLine line : raw == null ? List.<ImportLine>of() : format.linesOf(raw)) {
                        if (line.caseId() != null) {
                            LineTypes.upholdItIsTaken(line);
                            return name(line.source());
                        }
                    }
                } catch (LineRefusedException | Refusal passedOver) {
                    // It is told when its turn comes; the next line may do.
                }
            }
        }
        return LineSource.UNNAMED.name();
    }

    private static String name(@Nullable LineSource said) {
        return Bounds.text("source.name", (said == null ? LineSource.UNNAMED : said).name(), 200);
    }
}
