package org.openengagement.command.importing;

import java.util.List;
import java.util.stream.Stream;

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

    /** The id in the ledger of the case that it is about; empty where it is about none. */
    String caseId() {
        return ofCase().map(Work::caseId).findFirst().orElse("");
    }

    /** Whether its case begins with it. */
    boolean beginsItsCase() {
        return lines.stream().anyMatch(work -> work.line().type().equals("ProposalSubmitted"));
    }

    /** Its lines of a case. */
    Stream<Work> ofCase() {
        return lines.stream().filter(Work::ofCase);
    }

    /** Its lines of the register. */
    Stream<Work> ofRegister() {
        return lines.stream().filter(work -> !work.ofCase());
    }

    /** How many bytes of the file it stands for. */
    int bytes() {
        return lines.getFirst().line().bytes();
    }
}
