package org.openengagement.command.register.legalbasis;

import static org.openengagement.command.cases.Callers.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.ARegister;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.register.LegalBasisState;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnactLegalBasisTest {

    @Test
    void an_admin_enacts_a_term() {
        given(List.of()).when(anAdmin(), mayor60("mk")).records(enacted("mk"));
    }

    @Test
    void a_law_that_changed_takes_another_code() {
        given(List.of(enacted("mk")))
                .when(anAdmin(), mayor60("mk"))
                .isRefusedBy(EnactLegalBasisSlice.ALegalBasisIsEnactedOnce.class);
    }

    @Test
    void a_person_names_a_calendar_that_there_is_and_so_does_an_import() {
        for (Caller caller : List.of(anAdmin(), anImport())) {
            given(List.of())
                    .when(caller, mayor60("mkk"))
                    .isRefusedBy(EnactLegalBasisSlice.ACalendarStandsInTheLedgerBeforeALawCountsByIt.class);
        }
    }

    @Test
    void an_import_enacts_a_term() {
        given(List.of()).when(anImport(), mayor60("mk")).records(enacted("mk"));
    }

    private static Deciding<StreamOf<LegalBasisState>> given(List<?> history) {
        return Deciding.onStream(new EnactLegalBasisSlice(ARegister.ofTheTests()), history);
    }

    private static EnactLegalBasis mayor60(@Nullable String calendar) {
        return new EnactLegalBasis("mayor-60", "A mayor answers", 60, DayUnit.CALENDAR, true, false, 0, calendar);
    }

    private static LegalBasisEnacted enacted(@Nullable String calendar) {
        return new LegalBasisEnacted("mayor-60", "A mayor answers", 60, DayUnit.CALENDAR, true, false, 0, calendar);
    }
}
