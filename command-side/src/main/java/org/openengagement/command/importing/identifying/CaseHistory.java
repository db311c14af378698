package org.openengagement.command.importing.identifying;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;

/** What had happened in cases before a line is imported. */
public interface CaseHistory {

    /** Nothing happened. */
    CaseHistory NOTHING = new CaseHistory() {

        @Override
        public CaseState state(String caseId) {
            return CaseState.NONE;
        }

        @Override
        public boolean holds(String claim) {
            return false;
        }

        @Override
        public @Nullable String numbered(String claim, String caseId) {
            return null;
        }
    };

    /** The state of a case; {@link CaseState#NONE} where there is no such case. */
    CaseState state(String caseId);

    /** Whether a claim is taken. */
    boolean holds(String claim);

    /** The number in a case of what took a claim; {@code null} where nothing did. */
    @Nullable
    String numbered(String claim, String caseId);
}
