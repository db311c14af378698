package org.openengagement.command.recordkeeping.importrun;

import static org.openengagement.command.cases.Callers.*;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportRunTest {

    private static final String SHA256 = "0".repeat(64);
    private static final LedgerOpened LEDGER =
            new LedgerOpened("localhost/ledger", "UTC", List.of("en"), "oel-entry/v1", "key");
    private static final ImportRunOpened RUN = new ImportRunOpened("run-1", "petitions.jsonl", "oel-events/v1", SHA256);

    @Test
    void a_run_opens() {
        given(new OpenImportRunSlice(), List.of(LEDGER))
                .when(anImport(), new OpenImportRun("run-1", "petitions.jsonl", "oel-events/v1", SHA256))
                .records(RUN);
    }

    @Test
    void it_closes_with_its_counts() {
        given(new CloseImportRunSlice(), List.of(LEDGER, RUN))
                .when(anAdmin(), new CloseImportRun("run-1", 46, 1))
                .records(new ImportRunClosed("run-1", 46, 1));
    }

    @Test
    void it_neither_opens_nor_closes_twice() {
        given(new OpenImportRunSlice(), List.of(LEDGER, RUN))
                .when(anImport(), new OpenImportRun("run-1", "petitions.jsonl", "oel-events/v1", SHA256))
                .isRefusedBy(OpenImportRunSlice.ARunIsOpenedOnce.class);
        given(new CloseImportRunSlice(), List.of(LEDGER, RUN, new ImportRunClosed("run-1", 47, 0)))
                .when(anImport(), new CloseImportRun("run-1", 47, 0))
                .isRefusedBy(CloseImportRunSlice.OnlyAnOpenRunIsClosed.class);
    }

    private static <C extends Command<?>> Deciding<StreamOf<LedgerState>> given(
            StreamSlice<C, LedgerState> slice, List<?> history) {
        return Deciding.onStream(slice, history);
    }
}
