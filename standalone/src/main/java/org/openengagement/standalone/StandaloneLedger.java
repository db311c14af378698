package org.openengagement.standalone;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides in one application. It reports its use to nobody, which Axon would do by itself. */
@SpringBootApplication(
        scanBasePackages = {"org.openengagement.command", "org.openengagement.query", "org.openengagement.standalone"},
        exclude = UpdateCheckerAutoConfiguration.class)
class StandaloneLedger {}
