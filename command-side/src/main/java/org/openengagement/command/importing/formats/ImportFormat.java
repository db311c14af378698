package org.openengagement.command.importing.formats;

import java.util.List;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;

/** Turns the records of one file into lines to import. Keeps what it must remember of the file; for one thread. */
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
}
