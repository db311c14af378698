package org.openengagement.command.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.clock.Deadline;
import org.openengagement.command.clock.DeadlineClock;
import org.openengagement.command.clock.Term;
import org.openengagement.command.clock.WorkingDays;
import org.openengagement.command.register.Register;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** The due days of new referrals: as given, else by the legal basis, else none is known. */
public final class DueDays {

    private final Register register;

    public DueDays(Register register) {
        this.register = register;
    }

    /**
     * A referral that is about to be issued.
     *
     * @throws org.openengagement.command.dispatch.Refusal if the legal basis was never enacted
     */
    public ReferralIssued issue(
            String number,
            String institution,
            ReferralPurpose purpose,
            @Nullable String legalBasis,
            @Nullable LocalDate dueOn,
            @Nullable String forwardedFrom,
            LocalDate deliveredOn) {
        LegalBasisEnacted basis = legalBasis == null ? null : register.needLegalBasis(legalBasis);
        if (dueOn != null || basis == null) {
            return new ReferralIssued(number, institution, purpose, legalBasis, dueOn, null, forwardedFrom);
        }
        Deadline deadline = DeadlineClock.due(
                deliveredOn, new Term(basis.days(), basis.unit(), basis.rollForward()), workingDays(basis.calendar()));
        LocalDate computedDay = deadline.dueOn();
        ComputedDeadline computed = deadline.computed();
        return new ReferralIssued(number, institution, purpose, legalBasis, computedDay, computed, forwardedFrom);
    }

    private WorkingDays workingDays(@Nullable String calendar) {
        return calendar == null
                ? WorkingDays.withoutHolidays()
                : register.calendar(calendar).orElseGet(() -> WorkingDays.unpublished(calendar));
    }
}
