package org.openengagement.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.AppendLimits;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreachableDisclosuresTest {

    @Test
    void a_database_that_does_not_answer_is_unavailable() {
        try (MongoClient nobody = MongoClients.create(
                "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200&connectTimeoutMS=200&directConnection=true")) {
            Disclosures unreachable = MongoDisclosures.in(
                    nobody.getDatabase("nowhere"), AppendLimits.STANDARD.withPatience(Duration.ZERO));

            assertThatThrownBy(() -> unreachable.keep(List.of(new Disclosure(UUID.randomUUID(), Map.of()))))
                    .isInstanceOf(LedgerUnavailableException.class);
            assertThatThrownBy(() -> unreachable.of(List.of(UUID.randomUUID())))
                    .isInstanceOf(LedgerUnavailableException.class);
        }
    }
}
