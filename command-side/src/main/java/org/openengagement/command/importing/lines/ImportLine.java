package org.openengagement.command.importing.lines;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.LedgerEvent;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One public event that waits to be imported, in the vocabulary of {@code oel-events/v1}.
 *
 * @param number the line of the file that it comes from, from 1; a record of another format makes several with one number
 * @param type the event's name
 * @param caseId the case's id in its source; {@code null} where the event belongs to no case
 * @param referral the referral's id in its case, in the source's words
 * @param effectiveOn the day it happened, in the ledger's zone
 * @param source where the case comes from, where the line says so
 * @param data the event's own fields
 * @param unlessThere whether it says nothing new where the ledger holds what it registers, in whatever form
 * @param bytes how much of the file it stands for
 */
public record ImportLine(
        long number,
        String type,
        @Nullable String caseId,
        @Nullable String referral,
        LocalDate effectiveOn,
        @Nullable LineSource source,
        Fields data,
        boolean unlessThere,
        int bytes) {

    /** A line about the same case and referral, from the same line of the file, that tells of another event. */
    public ImportLine another(Class<? extends LedgerEvent> event, LocalDate day, Consumer<ObjectNode> fields) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        fields.accept(made);
        return new ImportLine(
                number,
                EventTypes.nameOf(event),
                caseId,
                referral,
                day,
                null,
                Fields.of(number, "data.", made),
                false,
                bytes);
    }
}
