package org.openengagement.command.intake.reject;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.intake.RejectionCode;

/**
 * Does not admit a proposal.
 *
 * @param caseId the case
 * @param code why
 * @param text what the person is told, at most 20,000 characters
 */
public record RejectProposal(
        String caseId, RejectionCode code, @Nullable String text) implements CaseCommand<Outcome>, Command.Plain {

    public RejectProposal {
        Bounds.optional("text", text, 20_000);
    }
}
