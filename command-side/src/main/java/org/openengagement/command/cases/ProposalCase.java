package org.openengagement.command.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;

/** The stream of one case. What is decided on it stands with the slices; it only sees to what holds for every decision. */
public final class ProposalCase {

    @AggregateIdentifier
    private final String stream;

    private CaseState state = CaseState.NONE;
    private @Nullable UUID latest;

    /** A case that has no events yet. */
    public ProposalCase(String stream) {
        this.stream = stream;
    }

    CaseState state() {
        return state;
    }

    /** Records what was decided, with the ground that was given, and the stage that the case moved to by it. */
    List<LedgerEvent> record(List<LedgerEvent> decided, @Nullable String ground) {
        List<LedgerEvent> recorded = new ArrayList<>();
        UUID first = null;
        UUID moving = null;
        for (LedgerEvent event : decided) {
            Stage before = state.stage();
            UUID id = apply(event, recorded);
            first = first == null ? id : first;
            moving = moving == null || state.stage() != before ? id : moving;
        }
        if (ground != null && first != null) {
            apply(new GroundGiven(first, Wording.in(state).seal(ground)), recorded);
        }
        if (moving != null && state.stage() != state.recordedStage()) {
            apply(new StatusChanged(state.recordedStage(), state.stage(), moving), recorded);
        }
        return List.copyOf(recorded);
    }

    private UUID apply(LedgerEvent event, List<LedgerEvent> recorded) {
        AggregateLifecycle.apply(event);
        recorded.add(event);
        if (latest == null) {
            throw new IllegalStateException("%s did not take in %s".formatted(stream, event));
        }
        return latest;
    }

    @EventSourcingHandler
    void on(LedgerEvent event, @MessageIdentifier String id, MetaData metaData) {
        state = state.evolve(event, EventDay.of(metaData));
        latest = UUID.fromString(id);
    }
}
