package org.openengagement.command.importing.translating;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.LedgerEvent;

/** What an import does with the lines of one type of event. Every event of the ledger has one verb, in {@link Verbs}. */
public abstract sealed class Verb permits CaseVerb, RegisterVerb, MadeAnew, NotTakenYet {

    private final Class<? extends LedgerEvent> event;
    private final Set<String> fields;

    /**
     * @param event the event that the lines tell of
     * @param fields the fields that their {@code data} may have
     */
    Verb(Class<? extends LedgerEvent> event, String... fields) {
        this.event = event;
        this.fields = new LinkedHashSet<>(List.of(fields));
    }

    /** The event that the lines tell of. */
    public final Class<? extends LedgerEvent> event() {
        return event;
    }

    /** The {@code type} of the lines: the event's name. */
    public final String type() {
        return EventTypes.nameOf(event);
    }

    /** The fields that {@code data} may have, and that count. */
    public final Set<String> fields() {
        return Set.copyOf(fields);
    }

    /** The fields that {@code data} may have and that are passed over: an export writes them. */
    public Set<String> ignoredFields() {
        return Set.of();
    }

    /** Refuses a line that has any other field. */
    final void requireKnownFields(Fields data) {
        Set<String> known = new HashSet<>(fields);
        known.addAll(ignoredFields());
        data.only(known);
    }
}
