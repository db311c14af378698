package org.openengagement.command.importing.identifying;

import java.util.ArrayList;
import java.util.List;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;

/** Identifies the lines of one file: which case of the ledger each is about, and which claim it makes. For one thread. */
public final class LineIdentifier {

    private final Identities identities;
    private final LongCounts alike = new LongCounts();
    private final LongCounts sourceOfCase = new LongCounts();
    private final List<LineSource> sources = new ArrayList<>(List.of(LineSource.UNNAMED));

    public LineIdentifier(Identities identities) {
        this.identities = identities;
    }

    /** A line of a row that tells the state of its case. Told again, it is the same. */
    public IdentifiedLine ofRow(ImportLine line) {
        return of(line, false);
    }

    /** A line that stands for one event. Told again in the same file, it happened again. */
    public IdentifiedLine of(ImportLine line) {
        return of(line, true);
    }

    private IdentifiedLine of(ImportLine line, boolean counts) {
        LineSource source = source(line);
        String name = line.caseId() == null ? "" : source.name();
        byte[] identity = identities.line(name, line);
        int ordinal = counts ? count(identity) : 0;
        String caseId = line.caseId() == null ? "" : identities.caseId(source.name(), line.caseId());
        return new IdentifiedLine(line, source, caseId, Identities.claim(identity, ordinal), false);
    }

    private int count(byte[] identity) {
        long beginning = Identities.beginning(identity);
        int before = alike.get(beginning);
        alike.put(beginning, before + 1);
        return before;
    }

    /** The first line of a case in the file says the source for all its lines. */
    private LineSource source(ImportLine line) {
        if (line.caseId() == null) {
            return LineSource.UNNAMED;
        }
        long inFile = identities.caseInFile(line.caseId());
        LineSource said = line.source();
        if (said != null) {
            sourceOfCase.put(inFile, indexOf(said) + 1);
            return said;
        }
        int known = sourceOfCase.get(inFile);
        return known == 0 ? LineSource.UNNAMED : sources.get(known - 1);
    }

    /** Sources are few and cases are many, so a case keeps only the number of its source. */
    private int indexOf(LineSource said) {
        LineSource kept = new LineSource(said.name(), null, null, said.publishesAtOnce());
        int index = sources.lastIndexOf(kept);
        if (index < 0) {
            sources.add(kept);
            index = sources.size() - 1;
        }
        return index;
    }
}
