package org.openengagement.command.intake.withdraw;

import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Outcome;

/** Takes a proposal back, on behalf of the person who submitted it. */
public record WithdrawProposal(String caseId) implements CaseCommand<Outcome> {

    @Override
    public Outcome answer(Outcome outcome) {
        return outcome;
    }
}
