package org.openengagement.command.referral.forward;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.ReferralCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;

/**
 * Passes a referral on to another institution; it ends. Live, the next referral begins in the same commit, and the caller
 * learns its number; an import only ends this one, and the next begins by its own line.
 *
 * @param caseId the case
 * @param referral the referral's number
 * @param institution the slug of the institution that it is passed to
 * @param reason what is said, at most 20,000 characters
 * @param legalBasis the legal basis of the next referral
 * @param dueOn the due day of the next referral, taken as given
 */
public record ForwardReferral(
        String caseId,
        String referral,
        String institution,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn)
        implements ReferralCommand<String> {

    public ForwardReferral {
        Bounds.slug("institution", institution);
        Bounds.optional("reason", reason, 20_000);
        if (legalBasis != null) {
            Bounds.slug("legalBasis", legalBasis);
        }
    }

    @Override
    public String answer(Outcome outcome) {
        return outcome.events().stream()
                .filter(ReferralIssued.class::isInstance)
                .map(next -> ((ReferralIssued) next).referral())
                .findFirst()
                .orElseGet(() -> outcome.first(ReferralForwarded.class).referral());
    }
}
