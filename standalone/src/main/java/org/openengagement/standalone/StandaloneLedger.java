package org.openengagement.standalone;

import org.openengagement.ledger.axon.LedgerConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Both sides in one application. */
@SpringBootApplication(
        scanBasePackages = {"org.openengagement.command", "org.openengagement.query", "org.openengagement.standalone"})
@Import(LedgerConfiguration.class)
class StandaloneLedger {}
