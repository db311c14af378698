package org.openengagement.query.following;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Following the ledger. */
@Configuration(proxyBeanMethods = false)
class FollowingConfiguration {

    /** The events with their sealed fields opened, as the ledger's own configuration names them. */
    private static final String OPENED_EVENTS = "openedEvents";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    Reached reached(OpenedLedger ledger) {
        return new Reached(PATIENCE, ledger::size, System::nanoTime);
    }

    @Bean
    LedgerFollowing ledgerFollowing(
            List<LocalReadModel> models,
            @Qualifier(OPENED_EVENTS) StreamableMessageSource<TrackedEventMessage<?>> events,
            OpenedLedger ledger,
            Reached reached) {
        return new LedgerFollowing(models, events, ledger, reached);
    }

    @Bean
    AnswersFromMinPosition answersFromMinPosition(Reached reached) {
        return new AnswersFromMinPosition(reached);
    }
}
