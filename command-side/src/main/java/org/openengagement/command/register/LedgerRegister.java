package org.openengagement.command.register;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.command.clock.WorkingDays;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/**
 * The register as folded from its streams, at each question anew. They are read and not loaded through a repository, whose
 * lock would make all the cases of one institution wait for each other.
 */
public final class LedgerRegister implements Register {

    private final EventStore eventStore;

    public LedgerRegister(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public boolean holdsInstitution(String slug) {
        return fold(Streams.institution(slug), InstitutionState.NONE).registered();
    }

    @Override
    public Optional<LegalBasisEnacted> legalBasis(String code) {
        return fold(Streams.legalBasis(code), LegalBasisState.NONE).enacted();
    }

    @Override
    public Optional<WorkingDays> calendar(String code) {
        return fold(Streams.holidayCalendar(code), HolidayCalendarState.NONE)
                .published()
                .map(newest -> WorkingDays.of(newest.code(), newest.version(), newest.dates()));
    }

    private <S extends StreamState<S>> S fold(String stream, S none) {
        return eventStore
                .readEvents(stream)
                .asStream()
                .map(message -> (LedgerEvent) message.getPayload())
                .reduce(none, StreamState::evolve, (one, other) -> other);
    }
}
