package org.openengagement.command.referral.refer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/**
 * Hands a proposal to an institution. The caller learns the new referral's number.
 *
 * @param caseId the case
 * @param institution the institution's slug
 * @param purpose what it is asked for
 * @param legalBasis the code of the legal basis; its term sets the due day unless that is given
 * @param dueOn the due day, taken as given; {@code null}: by the legal basis, and without one no deadline is known
 * @param forwardedFrom the number of the referral that was forwarded here; imports only
 */
public record ReferProposal(
        String caseId,
        String institution,
        ReferralPurpose purpose,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn,
        @Nullable String forwardedFrom)
        implements CaseCommand<String> {

    public ReferProposal {
        Bounds.slug("institution", institution);
        if (legalBasis != null) {
            Bounds.slug("legalBasis", legalBasis);
        }
    }

    @Override
    public String answer(Outcome outcome) {
        return outcome.first(ReferralIssued.class).referral();
    }
}
