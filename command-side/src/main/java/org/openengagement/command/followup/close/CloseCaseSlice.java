package org.openengagement.command.followup.close;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.Stage;

/** Closes cases. */
@Slice(mutation = "closeCase", roles = Role.COORDINATOR, events = CaseClosed.class)
final class CloseCaseSlice implements CaseSlice<CloseCase> {

    @Override
    public List<LedgerEvent> decide(CloseCase command, CaseState state, Caller caller) {
        Role role = caller.actor().role();
        Rule.uphold(
                new OnlyAPublicCaseIsClosed(state),
                new OnlyAnImportKnowsThatTheSourceClosed(command.reason(), role),
                new NoCaseIsClosedWhileAnAnswerIsOwed(state, command.reason(), role));
        return List.of(new CaseClosed(command.reason(), Wording.in(state).sealIfSaid(command.text())));
    }

    record OnlyAPublicCaseIsClosed(CaseState state) implements Rule {

        private static final Set<Stage> ENDS = Set.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.CLOSED);

        @Override
        public boolean isBroken() {
            return !state.facts().published() || ENDS.contains(state.stage());
        }

        @Override
        public String sentence() {
            return "Only a public case that has not ended can be closed: its stage is %s.".formatted(state.stage());
        }
    }

    record OnlyAnImportKnowsThatTheSourceClosed(CloseReason reason, Role role) implements Rule {

        @Override
        public boolean isBroken() {
            return reason == CloseReason.SOURCE_CLOSED && role != Role.IMPORT;
        }

        @Override
        public String sentence() {
            return "Only an import records that the source of a case closed it.";
        }

        @Override
        public List<String> field() {
            return List.of("reason");
        }
    }

    /** A source that closed its case did so, whatever was owed; the clock of an open referral goes on all the same. */
    record NoCaseIsClosedWhileAnAnswerIsOwed(CaseState state, CloseReason reason, Role role) implements Rule {

        @Override
        public boolean isBroken() {
            boolean closedBySource = role == Role.IMPORT && reason == CloseReason.SOURCE_CLOSED;
            return !closedBySource && state.referrals().stream().anyMatch(ReferralState::isOpenForAnswer);
        }

        @Override
        public String sentence() {
            return "An answer is still owed by %s."
                    .formatted(state.referrals().stream()
                            .filter(ReferralState::isOpenForAnswer)
                            .map(ReferralState::institution)
                            .collect(Collectors.joining(", ")));
        }
    }
}
