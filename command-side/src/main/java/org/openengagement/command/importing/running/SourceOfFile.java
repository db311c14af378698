package org.openengagement.command.importing.running;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.command.importing.translating.Verbs;

/**
 * The source of a file: the one that its first case names, as the case's submission will name it publicly. A case that will be
 * refused does not count, since the name of a run can never be erased. The name of the file does not count either: it may
 * hold a person's name.
 */
final class SourceOfFile {

    /** How many cases that would be refused are looked at before the file counts as unnamed. */
    private static final int MOST = 1_000;

    private SourceOfFile() {}

    /**
     * Reads a file as far as its first case.
     *
     * @param format reads this file, and is used up
     * @param wouldBeTaken whether what a record says of a case would be taken; it may refuse it as well
     * @return the name of the source, 1 to 200 characters; that of {@link LineSource#UNNAMED} where the case names none, or
     *     where there is no case that can be read
     * @throws IOException if the file cannot be read
     */
    static String name(ImportFile file, ImportFormat format, Predicate<List<ImportLine>> wouldBeTaken)
            throws IOException {
        int refused = 0;
        try (InputStream content = file.content().open();
                LineReader reader = LineReader.of(content)) {
            boolean more = true;
            while (more && refused < MOST) {
                try {
                    RawLine raw = reader.next();
                    more = raw != null;
                    List<ImportLine> lines = raw == null ? List.of() : format.linesOf(raw);
                    for (ImportLine line : lines) {
                        if (line.caseId() != null) {
                            refused++;
                            Verbs.requireTaken(line);
                            String name = name(line.source());
                            if (wouldBeTaken.test(lines)) {
                                return name;
                            }
                            break;
                        }
                    }
                } catch (LineRefusedException | Refusal passedOver) {
                    // It is reported when its turn comes; the next line may name the source.
                }
            }
        }
        return LineSource.UNNAMED.name();
    }

    private static String name(@Nullable LineSource said) {
        return Bounds.text("source.name", (said == null ? LineSource.UNNAMED : said).name(), 200);
    }
}
