package org.openengagement.command.cases;

import org.openengagement.command.dispatch.Command;

/** Something that is asked of a case. */
public interface CaseCommand<R> extends Command<R> {

    /** The case's id. */
    String caseId();
}
