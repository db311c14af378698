package org.openengagement.command.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.referral.ReferralPurpose;

public record AReferralForInformationHasNoDeadline(
        ReferralPurpose purpose,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn) implements Rule {

    @Override
    public boolean isBroken() {
        return purpose == ReferralPurpose.INFORMATION && (legalBasis != null || dueOn != null);
    }

    @Override
    public String sentence() {
        return "A referral for information owes no answer, so it takes no legal basis and no due day.";
    }

    @Override
    public List<String> field() {
        return List.of(dueOn != null ? "dueOn" : "legalBasis");
    }
}
