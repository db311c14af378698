package org.openengagement.query.entries;

import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.following.FollowingConfiguration;
import org.openengagement.query.search.EntrySearch;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public events. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    Entries entries(@Qualifier(FollowingConfiguration.FAIL_FAST_LEDGER) OpenedLedger ledger, EntrySearch search) {
        return new Entries(ledger, search);
    }
}
