package org.openengagement.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The command side alone, on an embedded store. */
@SpringBootApplication
class ServerOfTheTests {

    @Bean(destroyMethod = "close")
    EmbeddedStore embeddedStore() throws IOException {
        return EmbeddedStore.open(
                Files.createTempDirectory("command-side"),
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints", "fingerprints")
                        .withErasable("disclosures", "vault"));
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(EmbeddedStore store) {
        return MongoClients.create(store.connectionString());
    }
}
