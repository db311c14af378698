package org.openengagement.command.response.correct;

import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.dispatch.Rule;

record OnlyAnAnswerInForceIsCorrected(ResponseState response) implements Rule {

    @Override
    public boolean isBroken() {
        return response.superseded();
    }

    @Override
    public String sentence() {
        return "Answer %s was corrected before; correct the one that took its place.".formatted(response.number());
    }
}
