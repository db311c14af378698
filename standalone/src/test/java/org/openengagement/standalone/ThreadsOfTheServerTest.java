package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.springboot.TimeoutProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does the work in what is served, and that nobody takes it from them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // JUnit has it set before any test
@ExtendWith(ReadersVillage.class)
class ThreadsOfTheServerTest {

    private static ServedLedger ledger;

    @BeforeAll
    static void serve(ServedLedger village) {
        ledger = village;
    }

    /** By default Axon interrupts it: a write whose outcome is being found out, a projection on a slow disk. */
    @Test
    void nobody_interrupts_what_takes_a_minute() {
        assertThat(ledger.running().parts(TimeoutProperties.class)).isEmpty();
    }

    /** One that waits for the ledger to grow, or for its event to be durable, holds no thread of the system's. */
    @Test
    void each_request_has_a_virtual_thread_of_its_own() {
        assertThat(ledger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.matches("http-nio-.*-exec-.*"));
    }
}
