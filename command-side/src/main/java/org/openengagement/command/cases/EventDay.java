package org.openengagement.command.cases;

import java.time.LocalDate;
import org.axonframework.messaging.MetaData;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.entry.RecordedEvent;

/** The day of an event, which its metadata carries: as recorded, or as inherited from the command that leads to it. */
final class EventDay {

    private EventDay() {}

    static LocalDate of(MetaData metaData) {
        Object recorded = metaData.get(UnitMetaData.RECORDED);
        if (recorded instanceof RecordedEvent event) {
            return event.envelope().effectiveOn();
        }
        if (metaData.get(UnitMetaData.EFFECTIVE_ON) instanceof LocalDate day) {
            return day;
        }
        throw new IllegalStateException("An event came without its day; its metadata is " + metaData.keySet());
    }
}
