package org.openengagement.ledger.axon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.PreparedEntry;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.Unit;

/** The events of one unit of work, as the ledger takes them. */
final class EventUnit {

    private final List<PreparedEntry> entries = new ArrayList<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<Receipt> receipts = new LinkedHashSet<>();
    private @Nullable Request request;

    /**
     * Writes the events as entries.
     *
     * @throws IllegalArgumentException if a message is no event of an aggregate, or lacks what an entry needs
     * @throws ClaimTakenException if two of the events claim the same
     */
    static EventUnit of(List<? extends EventMessage<?>> messages, EntryWriter writer) {
        EventUnit unit = new EventUnit();
        Set<String> ofEvents = new HashSet<>();
        for (EventMessage<?> message : messages) {
            if (!(message instanceof DomainEventMessage<?> applied)
                    || !(message.getPayload() instanceof LedgerEvent event)) {
                throw new IllegalArgumentException(
                        "The ledger holds what aggregates apply, and only its own events; this is neither: %s."
                                .formatted(message.getPayloadType().getName()));
            }
            for (String claim : event.claims()) {
                if (!ofEvents.add(claim)) {
                    throw new ClaimTakenException(claim);
                }
            }
            unit.entries.add(writer.prepare(envelope(applied), event));
            unit.inherit(message);
        }
        unit.claims.addAll(ofEvents);
        return unit;
    }

    /** What opens its sealed fields. */
    List<Disclosure> disclosures() {
        return entries.stream()
                .map(PreparedEntry::disclosure)
                .flatMap(Optional::stream)
                .toList();
    }

    Unit unit() {
        return new Unit(
                entries.stream()
                        .map(entry -> new PendingEntry(
                                entry.envelope().stream(),
                                entry.envelope().sequence(),
                                entry.envelope().id(),
                                entry.type(),
                                entry.revision(),
                                entry::recordedAt))
                        .toList(),
                Set.copyOf(claims),
                request);
    }

    /** Whether a claim is the place of one of its events in a stream. */
    boolean standsAt(String claim) {
        return entries.stream()
                .map(PreparedEntry::envelope)
                .anyMatch(envelope -> claim.equals(envelope.stream() + "#" + envelope.sequence()));
    }

    void complete(Recorded recorded) {
        receipts.forEach(receipt -> receipt.complete(recorded));
    }

    private void inherit(EventMessage<?> message) {
        optional(message, UnitMetaData.CLAIMS, Set.class)
                .ifPresent(some -> ((Set<?>) some).forEach(claim -> claims.add((String) claim)));
        optional(message, UnitMetaData.RECEIPT, Receipt.class).ifPresent(receipts::add);
        optional(message, UnitMetaData.REQUEST, Request.class).ifPresent(one -> {
            if (request != null && !request.equals(one)) {
                throw new IllegalArgumentException("One unit of work answers one request, not two.");
            }
            request = one;
        });
    }

    private static Envelope envelope(DomainEventMessage<?> message) {
        return new Envelope(
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                required(message, UnitMetaData.EFFECTIVE_ON, LocalDate.class),
                required(message, UnitMetaData.ACTOR, Actor.class),
                optional(message, UnitMetaData.CAUSED_BY, UUID.class).orElse(null));
    }

    private static <T> T required(EventMessage<?> message, String key, Class<T> type) {
        return optional(message, key, type)
                .orElseThrow(() -> new IllegalArgumentException("A %s says nothing of its %s."
                        .formatted(message.getPayloadType().getSimpleName(), key)));
    }

    private static <T> Optional<T> optional(EventMessage<?> message, String key, Class<T> type) {
        return Optional.ofNullable(message.getMetaData().get(key)).map(type::cast);
    }
}
