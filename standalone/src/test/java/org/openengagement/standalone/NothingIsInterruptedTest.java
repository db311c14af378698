package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.springboot.TimeoutProperties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By default Axon interrupts whatever takes a minute: a write whose outcome is being found out, a projection on a slow disk. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsInterruptedTest {

    @Test
    void axons_timeouts_are_off_in_what_is_served(@TempDir Path directory) {
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            assertThat(ledger.running().parts(TimeoutProperties.class)).isEmpty();
        }
    }
}
