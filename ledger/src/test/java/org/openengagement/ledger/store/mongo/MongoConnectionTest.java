package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.store.LedgerUnavailableException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoConnectionTest {

    @Test
    void who_does_not_answer_is_told_by_the_address_that_was_given() {
        assertThatThrownBy(() -> MongoConnection.open("mongodb://localhost:1/ledger?serverSelectionTimeoutMS=300"))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage(
                        "No MongoDB that takes writes answers at localhost:1 within 300 ms. Check MONGODB_URI (oel.mongodb-uri), and"
                                + " that the replica set has a primary.");
    }

    @Test
    void a_wrong_password_is_told_without_the_password(@TempDir Path directory) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard())) {
            String host =
                    new ConnectionString(store.connectionString()).getHosts().getFirst();

            assertThatThrownBy(() -> MongoConnection.open("mongodb://somebody:secret@" + host + "/?authSource=admin"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining(host)
                    .hasMessageContaining("does not let in the user of MONGODB_URI (oel.mongodb-uri)")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void what_is_no_connection_string_is_told() {
        assertThatThrownBy(() -> MongoConnection.open("localhost:27017"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MONGODB_URI (oel.mongodb-uri) is no connection string");
    }
}
