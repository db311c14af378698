package org.openengagement.query.search;

import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.following.FollowingConfiguration;
import org.openengagement.query.search.index.SearchIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of the local index. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Cases cases(@Qualifier(FollowingConfiguration.FAIL_FAST_LEDGER) OpenedLedger ledger, CaseFolds folds) {
        return new Cases(ledger, folds);
    }

    @Bean
    ProposalSearch proposalSearch(SearchIndex index, Cases cases) {
        return new ProposalSearch(index, cases);
    }

    @Bean
    EntrySearch entrySearch(
            SearchIndex index, @Qualifier(FollowingConfiguration.FAIL_FAST_LEDGER) OpenedLedger ledger) {
        return new EntrySearch(index, ledger);
    }
}
