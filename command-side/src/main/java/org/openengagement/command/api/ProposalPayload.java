package org.openengagement.command.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Accepted;
import org.openengagement.ledger.events.intake.Reference;

/** What a mutation on a case answers. */
public record ProposalPayload(
        @Nullable Long position,
        List<UserError> userErrors,
        @Nullable String reference,
        @Nullable String accessCode) {

    /** A case, by its reference as somebody typed it. */
    public static ProposalPayload of(Accepted<?> accepted, String typed) {
        return new ProposalPayload(
                accepted.recorded().last(), List.of(), Reference.read(typed).orElse(typed), null);
    }

    public static ProposalPayload refused(List<UserError> errors) {
        return new ProposalPayload(null, errors, null, null);
    }
}
