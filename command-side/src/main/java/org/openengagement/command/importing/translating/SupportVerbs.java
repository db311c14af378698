package org.openengagement.command.importing.translating;

import java.util.List;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.support.count.CountSupport;
import org.openengagement.ledger.events.support.SupportCounted;

/** How many stand behind a case. */
final class SupportVerbs {

    static final List<Verb> ALL = List.of(new Counting());

    private SupportVerbs() {}

    private static final class Counting extends CaseVerb {

        Counting() {
            super(SupportCounted.class, "count");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new CountSupport(line.caseId(), line.data().number("count"));
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNew();
        }

        @Override
        boolean needsPublication() {
            return true;
        }
    }
}
