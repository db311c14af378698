package org.openengagement.command.importing.formats;

import java.util.List;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;

/**
 * What belongs to one source: turns the records of one file into lines to import, and knows how the source shows texts. Keeps
 * what it must remember of the file. Its records are read by one thread.
 */
@FunctionalInterface
public interface ImportFormat {

    /**
     * What one record says, in the order in which it happened. More lines than one are all that happened to one case, from
     * its submission on, each institution that they name before it: they are carried out all or none.
     *
     * @return the lines; none where the record says nothing that the ledger keeps
     * @throws LineRefusedException if the record cannot be taken; then nothing of it is
     */
    List<ImportLine> linesOf(RawLine record);

    /**
     * Whether two texts are one answer, as the source shows it at two times; if not, the later one is a correction. From any
     * number of threads.
     */
    default boolean isSameAnswer(String one, String other) {
        return one.equals(other);
    }
}
