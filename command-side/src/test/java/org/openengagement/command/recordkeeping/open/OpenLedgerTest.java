package org.openengagement.command.recordkeeping.open;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.command.cases.Callers.*;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenLedgerTest {

    private static final LedgerOpened OPENED =
            new LedgerOpened("localhost/ledger", "Europe/Skopje", List.of("mk", "sq"), "oel-entry/v1", "key");

    @Test
    void the_ledger_opens_itself() {
        given(List.of())
                .when(theLedger(), opening("localhost/ledger", "Europe/Skopje"))
                .records(OPENED);
    }

    @Test
    void it_opens_once() {
        given(List.of(OPENED))
                .when(theLedger(), opening("localhost/ledger", "Europe/Skopje"))
                .isRefusedBy(OpenLedgerSlice.ALedgerIsOpenedOnce.class);
    }

    @Test
    void nobody_else_opens_it() {
        given(List.of())
                .when(anAdmin(), opening("localhost/ledger", "Europe/Skopje"))
                .isRefusedBy("TheRoleMustAllowIt");
    }

    @Test
    void its_name_and_its_zone_are_fit_for_ever() {
        for (String origin : List.of("", "https://x/y", "x/", "x+y", "x y", "/x")) {
            assertThatExceptionOfType(Refusal.class).as(origin).isThrownBy(() -> opening(origin, "UTC"));
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> opening("x", "Europe/Atlantis"));
    }

    private static Deciding<StreamOf<LedgerState>> given(List<?> history) {
        return Deciding.onStream(new OpenLedgerSlice(), history);
    }

    private static OpenLedger opening(String origin, String zone) {
        return new OpenLedger(origin, zone, List.of("mk", "sq"), "key");
    }
}
