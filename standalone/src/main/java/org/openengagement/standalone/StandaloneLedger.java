package org.openengagement.standalone;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides in one application. */
@SpringBootApplication(
        scanBasePackages = {"org.openengagement.command", "org.openengagement.query", "org.openengagement.standalone"})
class StandaloneLedger {}
