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

    /** The bean by which requests read the ledger: it tells at once when the ledger is away. */
    public static final String FAIL_FAST_LEDGER = "failFastLedger";

    /** The events with their sealed fields opened, as the ledger's own configuration names them. */
    private static final String OPENED_EVENTS = "openedEvents";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    ReachedPosition reachedPosition(@Lazy @Qualifier(FAIL_FAST_LEDGER) OpenedLedger ledger) {
        return new ReachedPosition(PATIENCE, ledger::size, System::nanoTime);
    }

    @Bean
    LedgerMonitor ledgerMonitor(OpenedLedger ledger, ReachedPosition reached, ObjectProvider<Clock> clock) {
        return new LedgerMonitor(ledger, reached, clock.getIfAvailable(Clock::systemUTC), System::nanoTime);
    }

    /** What requests read. The followers read the ledger itself, and may wait. */
    @Bean(name = FAIL_FAST_LEDGER, defaultCandidate = false)
    FailFastLedger failFastLedger(OpenedLedger ledger, LedgerMonitor monitor) {
        return new FailFastLedger(ledger, monitor);
    }

    @Bean
    LedgerFollowing ledgerFollowing(
            List<LocalReadModel> models,
            @Qualifier(OPENED_EVENTS) StreamableMessageSource<TrackedEventMessage<?>> events,
            OpenedLedger ledger,
            ReachedPosition reached,
            LedgerMonitor monitor) {
        return new LedgerFollowing(models, events, ledger, reached, monitor);
    }

    @Bean
    AnswersFromMinPosition answersFromMinPosition(ReachedPosition reached) {
        return new AnswersFromMinPosition(reached);
    }

    @Bean
    AnswersSayHowOld answersSayHowOld(LedgerMonitor monitor) {
        return new AnswersSayHowOld(monitor);
    }

    /** The health component is named after the bean. */
    @Bean
    FollowingHealth followingHealthIndicator(LedgerFollowing following, LedgerMonitor monitor) {
        return new FollowingHealth(following, monitor);
    }

    @Bean
    FollowingMeters followingMeters(ReachedPosition reached, LedgerMonitor monitor, ObjectProvider<Clock> clock) {
        return new FollowingMeters(reached, monitor, clock.getIfAvailable(Clock::systemUTC));
    }
}
