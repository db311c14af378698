package org.openengagement.command.importing.translating;

import java.util.List;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.followup.close.CloseCase;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.StatusChanged;

/** What follows on the answers. */
final class FollowUpVerbs {

    static final List<Verb> ALL = List.of(new Closing(), new MadeAnew(StatusChanged.class));

    private FollowUpVerbs() {}

    private static final class Closing extends CaseVerb {

        Closing() {
            super(CaseClosed.class, "reason", "text");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new CloseCase(line.caseId(), line.data().oneOf(CloseReason.class, "reason"), line.said("text"));
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.facts().closed());
        }

        @Override
        boolean needsPublication() {
            return true;
        }
    }
}
