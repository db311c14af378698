package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine in Cairo writes numbers in other digits, one in Ankara has two letters i. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnotherLanguageTest {

    private final Locale own = Locale.getDefault();

    @AfterEach
    void back_home() {
        Locale.setDefault(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist-nu-thai"})
    void the_store_is_used_whatever_the_machines_language(String language, @TempDir Path directory) {
        Locale.setDefault(Locale.forLanguageTag(language));

        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> letters = client.getDatabase("ledger").getCollection("letters");
            var unused = letters.insertOne(new Document("_id", 1).append("TITLE", "Izmir"));

            assertThat(letters.find(new Document("TITLE", "Izmir")).first()).containsEntry("_id", 1);
        }
    }
}
