package org.openengagement.command.importing.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collects what one record of another format says about its case. */
final class CaseLines {

    private final RawLine record;
    private final String caseId;
    private final LineSource source;
    private final Set<String> named = new HashSet<>();
    private final List<ImportLine> lines = new ArrayList<>();

    CaseLines(RawLine record, String caseId, LineSource source) {
        this.record = record;
        this.caseId = caseId;
        this.source = source;
    }

    /** An institution that the record names: registered before it, where nobody did so yet. */
    void institution(String slug, String name, InstitutionKind kind, LocalDate day) {
        if (!named.add(slug)) {
            return;
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("slug", slug).put("kind", kind.name()).putObject("name").put("en", name);
        lines.add(line(InstitutionRegistered.class, null, null, day, null, data, true));
    }

    /** The case's first event. */
    void submitted(LocalDate day, Consumer<ObjectNode> data) {
        lines.add(line(ProposalSubmitted.class, caseId, null, day, source, filled(data), false));
    }

    /** A later event of the case. */
    void event(Class<? extends LedgerEvent> event, LocalDate day, Consumer<ObjectNode> data) {
        lines.add(line(event, caseId, null, day, null, filled(data), false));
    }

    /** A later event of one of its referrals. */
    void event(Class<? extends LedgerEvent> event, String referral, LocalDate day, Consumer<ObjectNode> data) {
        lines.add(line(event, caseId, referral, day, null, filled(data), false));
    }

    List<ImportLine> all() {
        return List.copyOf(lines);
    }

    private static ObjectNode filled(Consumer<ObjectNode> data) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        data.accept(object);
        return object;
    }

    private ImportLine line(
            Class<? extends LedgerEvent> event,
            @Nullable String ofCase,
            @Nullable String referral,
            LocalDate day,
            @Nullable LineSource from,
            ObjectNode data,
            boolean unlessThere) {
        return new ImportLine(
                record.number(),
                EventTypes.nameOf(event),
                ofCase,
                referral,
                day,
                from,
                Fields.of(record.number(), "data.", data),
                unlessThere,
                record.length());
    }
}
