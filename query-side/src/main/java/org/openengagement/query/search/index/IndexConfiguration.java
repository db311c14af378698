package org.openengagement.query.search.index;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.util.List;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.cases.CaseDirectory;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.openengagement.query.register.Register;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The local index, and what begins from it. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    private static final int FOLDS_AT_HAND = 5_000;

    @Bean
    CaseFolds caseFolds(OpenedLedger ledger) {
        return new CaseFolds(ledger, FOLDS_AT_HAND);
    }

    @Bean
    SearchIndex searchIndex(
            @Value("${oel.index-dir:${oel.data-dir:oel-data}/index}") Path folder,
            OpenedLedger ledger,
            CaseFolds folds,
            List<PersistentReadModel<?>> models) {
        return new SearchIndex(folder, ledger, folds, models, System::nanoTime);
    }

    @Bean
    Backfill backfill(SearchIndex index) {
        return new Backfill(index);
    }

    /** The register is small and kept in memory only; the index knows which streams it is made of. */
    @Bean
    Register register(SearchIndex index, OpenedLedger ledger) {
        Register register = new Register();
        register.load(ledger, new IndexedStreams(index).register(), index.position());
        return register;
    }

    @Bean
    CaseDirectory indexedStreams(SearchIndex index) {
        return new IndexedStreams(index);
    }

    /** The health component is named after the bean. */
    @Bean
    IndexHealth indexHealthIndicator(SearchIndex index) {
        return new IndexHealth(index);
    }

    @Bean
    MeterBinder indexMeters(SearchIndex index) {
        return new IndexMeters(index);
    }
}
