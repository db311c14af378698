package org.openengagement.command.importing.running;

import java.util.UUID;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.keys.Keys;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Importing as beans. */
@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    @Bean
    Importer importer(Commands commands, LedgerStore store, OpenedLedger ledger, Today today, Keys keys) {
        return new Importer(
                commands,
                store,
                ledger,
                today,
                keys.identity(),
                () -> UUID.randomUUID().toString());
    }

    @Bean
    DemoImport demoImport(Importer importer) {
        return new DemoImport(importer);
    }
}
