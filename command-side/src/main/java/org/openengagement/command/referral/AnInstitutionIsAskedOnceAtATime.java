package org.openengagement.command.referral;

import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.dispatch.Rule;

public record AnInstitutionIsAskedOnceAtATime(CaseState state, String institution) implements Rule {

    @Override
    public boolean isBroken() {
        return state.referrals().stream()
                .anyMatch(referral ->
                        referral.isOpenForAnswer() && referral.institution().equals(institution));
    }

    @Override
    public String sentence() {
        return "%s has been asked already, and has not answered yet.".formatted(institution);
    }

    @Override
    public List<String> field() {
        return List.of("institution");
    }
}
