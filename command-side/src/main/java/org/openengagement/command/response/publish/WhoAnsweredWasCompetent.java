package org.openengagement.command.response.publish;

import java.util.List;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.response.ResponseKind;

record WhoAnsweredWasCompetent(ReferralState referral, ResponseKind kind) implements Rule {

    @Override
    public boolean isBroken() {
        return kind == ResponseKind.NOT_COMPETENT && referral.status() == ReferralStatus.ANSWERED;
    }

    @Override
    public String sentence() {
        return "Referral %s was answered. Whoever answered it cannot say afterwards that it was not theirs to answer."
                .formatted(referral.number());
    }

    @Override
    public List<String> field() {
        return List.of("kind");
    }
}
