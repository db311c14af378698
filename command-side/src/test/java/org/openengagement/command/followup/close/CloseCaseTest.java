package org.openengagement.command.followup.close;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.response.ResponseKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloseCaseTest {

    @Test
    void a_case_is_closed_when_no_answer_is_owed() {
        whileIt(aPublishedProposal().referredTo("skopje").answered(ResponseKind.ACCEPTED))
                .when(aCoordinator(), new CloseCase(CASE, CloseReason.COMPLETED, null))
                .records(new CaseClosed(CloseReason.COMPLETED, null), moved(Stage.ANSWERED, Stage.CLOSED));
    }

    @Test
    void it_is_not_closed_while_an_answer_is_owed() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(aCoordinator(), new CloseCase(CASE, CloseReason.COMPLETED, null))
                .isRefusedBy(CloseCaseSlice.NoCaseIsClosedWhileAnAnswerIsOwed.class);
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anImport(), new CloseCase(CASE, CloseReason.COMPLETED, null))
                .isRefusedBy(CloseCaseSlice.NoCaseIsClosedWhileAnAnswerIsOwed.class);
    }

    @Test
    void only_an_import_knows_that_the_source_closed_it() {
        whileIt(aPublishedProposal())
                .when(aCoordinator(), new CloseCase(CASE, CloseReason.SOURCE_CLOSED, null))
                .isRefusedBy(CloseCaseSlice.OnlyAnImportKnowsThatTheSourceClosed.class);
    }

    @Test
    void a_source_closes_its_case_whatever_is_owed() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anImport(), new CloseCase(CASE, CloseReason.SOURCE_CLOSED, null))
                .records(new CaseClosed(CloseReason.SOURCE_CLOSED, null), moved(Stage.REFERRED, Stage.CLOSED));
    }

    @Test
    void a_referral_for_information_owes_nothing() {
        whileIt(aPublishedProposal().referredForInformationTo("skopje"))
                .when(aCoordinator(), new CloseCase(CASE, CloseReason.NO_FURTHER_ACTION, "Noted."))
                .records(
                        new CaseClosed(CloseReason.NO_FURTHER_ACTION, said("Noted.")),
                        moved(Stage.PUBLISHED, Stage.CLOSED));
    }

    @Test
    void it_is_closed_once() {
        whileIt(aPublishedProposal().closed())
                .when(aCoordinator(), new CloseCase(CASE, CloseReason.COMPLETED, null))
                .isRefusedBy(CloseCaseSlice.OnlyAPublicCaseIsClosed.class);
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new CloseCaseSlice());
    }
}
