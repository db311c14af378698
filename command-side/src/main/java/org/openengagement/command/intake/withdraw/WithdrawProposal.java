package org.openengagement.command.intake.withdraw;

import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;

/** Takes a proposal back, on behalf of the person who submitted it. */
public record WithdrawProposal(String caseId) implements CaseCommand<Outcome>, Command.Plain {}
