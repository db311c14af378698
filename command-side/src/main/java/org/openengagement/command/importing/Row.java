package org.openengagement.command.importing;

import java.util.List;
import java.util.Optional;

/**
 * What one line of a file says: one event in the ledger's own format; in another all that happened to a case, from its
 * submission on, with the institutions that it names before it.
 *
 * @param lines in their order, one at least
 */
record Row(List<Work> lines) {

    Row {
        lines = List.copyOf(lines);
    }

    /** The number of its line in the file, from 1. */
    long number() {
        return lines.getFirst().line().number();
    }

    /** Whether it makes several events, of which none is recorded unless all can be. */
    boolean isWhole() {
        return lines.size() > 1;
    }

    /** The line that its case begins with, if it says that. */
    Optional<Work> submission() {
        return lines.stream()
                .filter(work -> work.line().type().equals("ProposalSubmitted"))
                .findFirst();
    }
}
