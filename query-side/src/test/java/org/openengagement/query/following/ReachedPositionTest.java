package org.openengagement.query.following;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.GraphQLContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.query.api.RequestException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReachedPositionTest {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong();
    private final ReachedPosition reached = new ReachedPosition(PATIENCE, () -> 100, now::get);
    private final GraphQLContext context = GraphQLContext.newContext().build();

    @Test
    @Timeout(60)
    void the_fields_of_one_request_share_one_wait() throws InterruptedException {
        reached.advanceTo(5, null);
        waitsFor(6, context);
        now.addAndGet(PATIENCE.toNanos());
        // Whoever gave each field its own hour would wait here.
        for (int field = 0; field < 20; field++) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> reached.require(7, context))
                    .withMessageContaining("from position 6; position 7");
        }
        waitsFor(7, GraphQLContext.newContext().build());
    }

    /** Waits for a position, which comes only once somebody waits for it. */
    private void waitsFor(long position, GraphQLContext context) throws InterruptedException {
        Thread waiting = Thread.ofPlatform().start(() -> reached.require(position, context));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        reached.advanceTo(position, null);
        waiting.join();
    }

    @Test
    @Timeout(60)
    void what_the_ledger_does_not_hold_is_not_waited_for() {
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> reached.require(100, context));
    }
}
