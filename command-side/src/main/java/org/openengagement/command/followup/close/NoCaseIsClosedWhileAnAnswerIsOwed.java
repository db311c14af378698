package org.openengagement.command.followup.close;

import java.util.stream.Collectors;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.CloseReason;

/** A source that closed its case did so, whatever was owed; the clock of an open referral goes on all the same. */
record NoCaseIsClosedWhileAnAnswerIsOwed(CaseState state, CloseReason reason, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        boolean closedBySource = role == Role.IMPORT && reason == CloseReason.SOURCE_CLOSED;
        return !closedBySource && state.referrals().stream().anyMatch(ReferralState::isOpenForAnswer);
    }

    @Override
    public String sentence() {
        return "An answer is still owed by %s."
                .formatted(state.referrals().stream()
                        .filter(ReferralState::isOpenForAnswer)
                        .map(ReferralState::institution)
                        .collect(Collectors.joining(", ")));
    }
}
