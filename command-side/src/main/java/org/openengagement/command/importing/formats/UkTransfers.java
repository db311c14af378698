package org.openengagement.command.importing.formats;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;

/**
 * Which written questions moved between departments, from the file of changes seen between daily snapshots. What else
 * changed says nothing that the questions' own rows do not say better. Immutable once read.
 */
final class UkTransfers {

    /** A question was seen to have moved. */
    record Transfer(String from, String to, LocalDate seenOn) {}

    /** As many moves as one file may hold in memory; the archive of two and a half years has 2,760. */
    private static final int MOST = 1_000_000;

    private final Map<Long, List<Transfer>> byQuestion = new HashMap<>();
    private int count;

    private UkTransfers() {}

    static UkTransfers none() {
        return new UkTransfers();
    }

    /**
     * Reads the file whole.
     *
     * @throws LineRefusedException at the first line that is wrong: without the moves, the questions would be imported wrongly
     */
    static UkTransfers read(InputStream file) throws IOException {
        UkTransfers transfers = new UkTransfers();
        try (LineReader reader = LineReader.of(file)) {
            for (RawLine line = reader.next(); line != null; line = reader.next()) {
                transfers.take(line.number(), line.object());
            }
        } catch (LineRefusedException wrong) {
            // The lines of the questions have numbers too, so the message names the file.
            throw new LineRefusedException(
                    wrong.line(), "%s.jsonl, line %d: %s".formatted(Formats.CHANGES, wrong.line(), wrong.getMessage()));
        }
        return transfers;
    }

    /** The moves of a question, in order. */
    List<Transfer> of(long question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    private void take(long line, Fields change) {
        if (!change.text("event").equals("changed") || !change.text("field").equals("answeringBodyName")) {
            return;
        }
        if (++count > MOST) {
            throw new LineRefusedException(line, "there are more than %,d moves.".formatted(MOST));
        }
        byQuestion
                .computeIfAbsent(change.number("id"), question -> new ArrayList<>(1))
                .add(new Transfer(change.text("from").strip(), change.text("to").strip(), seenOn(change)));
    }

    private static LocalDate seenOn(Fields change) {
        try {
            return UkWrittenQuestions.londonDay(change.text("observed_at"));
        } catch (DateTimeParseException wrong) {
            throw change.refusal("%s must be an instant with its offset.", "observed_at");
        }
    }
}
