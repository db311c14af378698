package org.openengagement.query.following;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Following the ledger. */
@Configuration(proxyBeanMethods = false)
public class FollowingConfiguration {

    /** The bean that questions read the ledger by: it tells at once when the ledger is away. */
    public static final String PROMPT_LEDGER = "promptLedger";

    /** The events with their sealed fields opened, as the ledger's own configuration names them. */
    private static final String OPENED_EVENTS = "openedEvents";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    Reached reached(@Lazy @Qualifier(PROMPT_LEDGER) OpenedLedger ledger) {
        return new Reached(PATIENCE, ledger::size, System::nanoTime);
    }

    @Bean
    LedgerContact ledgerContact(OpenedLedger ledger, Reached reached, ObjectProvider<Clock> clock) {
        return new LedgerContact(ledger, reached, clock.getIfAvailable(Clock::systemUTC), System::nanoTime);
    }

    /** What questions read; whoever follows reads the ledger itself, and may wait. */
    @Bean(name = PROMPT_LEDGER, defaultCandidate = false)
    PromptLedger promptLedger(OpenedLedger ledger, LedgerContact contact) {
        return new PromptLedger(ledger, contact);
    }

    @Bean
    LedgerFollowing ledgerFollowing(
            List<LocalReadModel> models,
            @Qualifier(OPENED_EVENTS) StreamableMessageSource<TrackedEventMessage<?>> events,
            OpenedLedger ledger,
            Reached reached,
            LedgerContact contact) {
        return new LedgerFollowing(models, events, ledger, reached, contact);
    }

    @Bean
    AnswersFromMinPosition answersFromMinPosition(Reached reached) {
        return new AnswersFromMinPosition(reached);
    }

    @Bean
    AnswersSayHowOld answersSayHowOld(LedgerContact contact) {
        return new AnswersSayHowOld(contact);
    }

    /** The health component is named after the bean. */
    @Bean
    FollowingHealth followingHealthIndicator(LedgerFollowing following, LedgerContact contact) {
        return new FollowingHealth(following, contact);
    }

    @Bean
    FollowingMeters followingMeters(Reached reached, LedgerContact contact, ObjectProvider<Clock> clock) {
        return new FollowingMeters(reached, contact, clock.getIfAvailable(Clock::systemUTC));
    }
}
