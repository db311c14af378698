package org.openengagement.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingHalfTest {

    /** What a user who may only find can send. */
    private static final Set<String> READING = Set.of("find", "getMore", "killCursors", "endSessions");

    private final Set<String> sent = new ConcurrentSkipListSet<>();
    private EmbeddedStore store;
    private MongoClient client;

    @BeforeEach
    void a_database_that_notes_what_it_is_asked(@TempDir Path directory) {
        store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard().withAppendOnly("commits"));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        sent.add(event.getCommandName());
                    }
                })
                .build());
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void whoever_reads_only_finds_and_makes_nothing() {
        try (AnnotationConfigApplicationContext node = node(LedgerReadingConfiguration.class)) {
            OpenedLedger ledger = node.getBean(OpenedLedger.class);
            LedgerReader reader = node.getBean(LedgerReader.class);

            assertThat(ledger.size()).isZero();
            assertThat(ledger.read(0, 10)).isEmpty();
            assertThat(ledger.readStream("proposal/a")).isEmpty();
            assertThat(reader.lastSequence("proposal/a")).isEmpty();
            assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
                    .isThrownBy(() -> node.getBean(LedgerStore.class));
        }

        assertThat(sent).isNotEmpty().isSubsetOf(READING);
        assertThat(client.getDatabase("ledger").listCollectionNames().into(new ArrayList<>()))
                .isEmpty();
    }

    @Test
    void whoever_writes_reads_from_the_store_that_is_written_to() {
        try (AnnotationConfigApplicationContext node = node(LedgerWritingConfiguration.class)) {
            assertThat(node.getBean(LedgerReader.class)).isSameAs(node.getBean(LedgerStore.class));
            assertThat(node.getBeanFactory().containsSingleton("ledgerReader")).isFalse();
        }
    }

    private AnnotationConfigApplicationContext node(Class<?> half) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.registerBean(MongoClient.class, () -> client, definition -> definition.setDestroyMethodName(""));
        node.register(half);
        node.refresh();
        return node;
    }
}
