package org.openengagement.command.cases;

import org.openengagement.ledger.events.followup.Stage;

/** Where a case stands: the first that applies. Referrals for information owe no answer, and move no stage. */
final class CaseStage {

    private CaseStage() {}

    static Stage of(CaseState state) {
        CaseState.Facts facts = state.facts();
        if (facts.withdrawn()) {
            return Stage.WITHDRAWN;
        }
        if (facts.rejected()) {
            return Stage.REJECTED;
        }
        if (facts.closed()) {
            return Stage.CLOSED;
        }
        if (state.referrals().stream()
                .filter(ReferralState::isOpenForAnswer)
                .anyMatch(referral -> referral.acknowledged() || referral.accepted())) {
            return Stage.AWAITING_RESPONSE;
        }
        if (state.referrals().stream().anyMatch(ReferralState::isOpenForAnswer)) {
            return Stage.REFERRED;
        }
        if (state.responses().stream().anyMatch(ResponseState::counts)) {
            return Stage.ANSWERED;
        }
        if (facts.published()) {
            return Stage.PUBLISHED;
        }
        return facts.receiptConfirmed() ? Stage.IN_MODERATION : Stage.RECEIVED;
    }
}
