package org.openengagement.command.referral.refer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.dispatch.Rule;

record OnlyAReferralThatWasForwardedIsContinued(
        CaseState state, @Nullable String forwardedFrom) implements Rule {

    @Override
    public boolean isBroken() {
        return forwardedFrom != null
                && state.referral(forwardedFrom)
                        .filter(referral -> referral.status() == ReferralStatus.FORWARDED)
                        .isEmpty();
    }

    @Override
    public String sentence() {
        return "The case has no referral %s that was forwarded.".formatted(forwardedFrom);
    }

    @Override
    public List<String> field() {
        return List.of("forwardedFrom");
    }
}
