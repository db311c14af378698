package org.openengagement.command.importing.snapshots;

import java.util.List;
import java.util.stream.Stream;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.translating.Verbs;

/**
 * What one line of a file says: one event in the ledger's own format; in other formats all that happened to a case, from its
 * submission on, and before it the institutions that it names.
 *
 * @param lines in their order, one at least
 */
public record Row(List<IdentifiedLine> lines) {

    public Row {
        lines = List.copyOf(lines);
    }

    /** The number of its line in the file, from 1. */
    public long number() {
        return lines.getFirst().line().number();
    }

    /** Whether it makes several events, of which none is recorded unless all can be. */
    public boolean isWhole() {
        return lines.size() > 1;
    }

    /** The id in the ledger of the case that it is about; empty where it is about none. */
    public String caseId() {
        return ofCase().map(IdentifiedLine::caseId).findFirst().orElse("");
    }

    /** Whether its case begins with it. */
    public boolean beginsItsCase() {
        return lines.stream().map(IdentifiedLine::line).anyMatch(Verbs::beginsCase);
    }

    /** Its lines of a case. */
    public Stream<IdentifiedLine> ofCase() {
        return lines.stream().filter(IdentifiedLine::ofCase);
    }

    /** Its lines of the register. */
    public Stream<IdentifiedLine> ofRegister() {
        return lines.stream().filter(identified -> !identified.ofCase());
    }

    /** How many bytes of the file it stands for. */
    public int bytes() {
        return lines.getFirst().line().bytes();
    }
}
