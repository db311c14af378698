package org.openengagement.command.importing.translating;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.ledger.events.LedgerEvent;

/** How lines of one event of a case are imported. */
public abstract non-sealed class CaseVerb extends Verb {

    CaseVerb(Class<? extends LedgerEvent> event, String... fields) {
        super(event, fields);
    }

    /** The command that a line asks for. */
    abstract Command<?> command(CaseLine line);

    /**
     * Remembers of a line that was carried out what later lines of its case need.
     *
     * @param result what the command's caller learned
     */
    abstract void remember(CaseLine line, Object result);

    /**
     * Says what a line of a row adds to a case that the ledger holds. A line that calls none of the methods of {@link ComparedLine}
     * that add something says nothing new.
     */
    public abstract void compare(ComparedLine line);

    /** Whether a case begins with such a line. */
    public boolean beginsCase() {
        return false;
    }

    /** Whether its case must be published: one that is not yet is published first, as of its submission. */
    boolean needsPublication() {
        return false;
    }

    /** The claims by which a later line finds what this one began. */
    Set<String> claims(CaseLine line) {
        return Set.of();
    }

    /** The institution that a line names, by slug or name; {@code null} where it names none. */
    @Nullable
    String namedInstitution(Fields data) {
        return null;
    }

    /** The number in its case that a recorded event gave to what {@link #claims} finds; {@code null} where it gave none. */
    public @Nullable String number(LedgerEvent recorded) {
        return null;
    }
}
