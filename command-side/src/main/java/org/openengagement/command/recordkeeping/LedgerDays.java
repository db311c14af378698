package org.openengagement.command.recordkeeping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/** The days of the ledger: in the zone that its first entry names, or while it has none, in the one it will be opened with. */
public final class LedgerDays implements Today {

    private final OpenedLedger ledger;
    private final Clock clock;
    private final ZoneId untilOpened;
    private volatile @Nullable ZoneId zone;

    public LedgerDays(OpenedLedger ledger, Clock clock, ZoneId untilOpened) {
        this.ledger = ledger;
        this.clock = clock;
        this.untilOpened = untilOpened;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        ZoneId known = zone;
        if (known != null) {
            return known;
        }
        ZoneId found = ledger.read(0, 1).stream()
                .map(first -> ZoneId.of(((LedgerOpened) first.event()).zone()))
                .findFirst()
                .orElse(null);
        zone = found;
        return found == null ? untilOpened : found;
    }
}
