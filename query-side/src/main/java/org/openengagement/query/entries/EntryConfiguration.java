package org.openengagement.query.entries;

import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.search.EntrySearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public events. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    Entries entries(OpenedLedger ledger, EntrySearch search) {
        return new Entries(ledger, search);
    }
}
