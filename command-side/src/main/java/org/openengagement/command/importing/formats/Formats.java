package org.openengagement.command.importing.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that can be imported, by name. */
public final class Formats {

    /** The ledger's own format, which is meant where none is named. */
    public static final String OWN = OelEvents.NAME;

    /** All names. */
    public static final List<String> NAMES = List.of(OelEvents.NAME, UkPetitions.NAME, UkWrittenQuestions.NAME);

    /** How the name of the file begins that written questions are taken together with. */
    static final String CHANGES = "observed-changes";

    private static final String QUESTIONS = "questions";

    private Formats() {}

    /** Whether a format takes another file together with its own. */
    public static boolean takesAnother(String format) {
        return format.equals(UkWrittenQuestions.NAME);
    }

    /**
     * The file that a format takes together with another one: for written questions, {@code observed-changes.jsonl.gz}
     * beside {@code questions.jsonl.gz}, and alike without {@code .gz}.
     */
    public static Optional<Path> beside(String format, Path file) {
        String name = file.getFileName().toString();
        if (!takesAnother(format) || !name.startsWith(QUESTIONS)) {
            return Optional.empty();
        }
        return Optional.of(file.resolveSibling(CHANGES + name.substring(QUESTIONS.length())))
                .filter(Files::isRegularFile);
    }

    /**
     * A format, ready to read one file.
     *
     * @param name one of {@link #NAMES}
     * @param zone the ledger's zone, in which its own format counts days
     * @param beside what {@link #beside} found; {@code null} where there is nothing
     * @return empty where no format has that name
     * @throws org.openengagement.command.importing.lines.LineRefusedException if the file beside cannot be taken
     */
    public static Optional<ImportFormat> named(String name, ZoneId zone, @Nullable InputStream beside)
            throws IOException {
        return switch (name) {
            case OelEvents.NAME -> Optional.of(new OelEvents(zone));
            case UkPetitions.NAME -> Optional.of(new UkPetitions());
            case UkWrittenQuestions.NAME ->
                Optional.of(new UkWrittenQuestions(beside == null ? UkTransfers.none() : UkTransfers.read(beside)));
            default -> Optional.empty();
        };
    }
}
