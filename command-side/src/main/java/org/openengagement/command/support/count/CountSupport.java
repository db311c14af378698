package org.openengagement.command.support.count;

import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Refusal;

/**
 * Takes over a source's own total of supporters.
 *
 * @param caseId the case
 * @param count the total, 0 to 2^31 - 1: what GraphQL calls an Int
 */
public record CountSupport(String caseId, long count) implements CaseCommand<Outcome>, Command.Plain {

    private static final long MOST = Integer.MAX_VALUE;

    public CountSupport {
        if (count < 0 || count > MOST) {
            throw Refusal.invalid("count", "count is %,d; it must be from 0 to %,d.".formatted(count, MOST));
        }
    }
}
