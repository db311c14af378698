package org.openengagement.command.intake.publish;

import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;

/** Makes a proposal public. */
public record PublishProposal(String caseId) implements CaseCommand<Outcome>, Command.Plain {}
