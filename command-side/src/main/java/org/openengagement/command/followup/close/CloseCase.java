package org.openengagement.command.followup.close;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.followup.CloseReason;

/**
 * Closes a case. No referral ends by it, and no clock stops.
 *
 * @param caseId the case
 * @param reason why
 * @param text what is said, at most 20,000 characters
 */
public record CloseCase(
        String caseId, CloseReason reason, @Nullable String text) implements CaseCommand<Outcome>, Command.Plain {

    public CloseCase {
        Bounds.optional("text", text, 20_000);
    }
}
