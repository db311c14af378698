package org.openengagement.ledger.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;

/** An aggregate as thin as one can be. */
class Case {

    @AggregateIdentifier
    final String stream;

    private final List<CaseNoted> noted = new ArrayList<>();

    Case(String stream) {
        this.stream = stream;
    }

    void note(String note, String... unique) {
        apply(new CaseNoted(note, Sealed.of("what was said about " + note, Audience.PUBLIC), List.of(unique)));
    }

    List<CaseNoted> noted() {
        return noted;
    }

    @EventSourcingHandler
    void on(CaseNoted event) {
        noted.add(event);
    }
}
