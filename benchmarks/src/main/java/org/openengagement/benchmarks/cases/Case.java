package org.openengagement.benchmarks.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;

/** The stream of one case, as its aggregate would apply it: gives each event its place and its metadata. */
public final class Case {

    /** The day on which all of it happened. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final Map<String, Object> META_DATA = Map.of(
            UnitMetaData.ACTOR,
            new Actor("3q2-7wAAAAAAAAAAAAAAAA", Role.COORDINATOR, "ministry"),
            UnitMetaData.EFFECTIVE_ON,
            DAY);

    private final String stream = Streams.proposal(UUID.randomUUID().toString());
    private long next;

    /** The next event in it. */
    public DomainEventMessage<LedgerEvent> apply(LedgerEvent event) {
        return new GenericDomainEventMessage<>(
                "proposal", stream, next++, event, META_DATA, UUID.randomUUID().toString(), Instant.now());
    }

    /** The next events in it. */
    public List<DomainEventMessage<LedgerEvent>> applyAll(List<LedgerEvent> events) {
        List<DomainEventMessage<LedgerEvent>> messages = new ArrayList<>();
        events.forEach(event -> messages.add(apply(event)));
        return messages;
    }

    /** How many events it has. */
    public long length() {
        return next;
    }
}
