package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.axon.LedgerTokenStore;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.Units;
import org.openengagement.ledger.store.lease.LeaseTerms;

/** What is said over the line, word by word: that only what a majority has in its journals counts, on whatever database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class MajorityContract implements DatabaseUnderTest {

    private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private final List<BsonDocument> said = new CopyOnWriteArrayList<>();

    @Test
    void every_read_is_at_majority_of_the_primary_and_every_write_waits_for_the_journals_of_a_majority() {
        try (MongoClient client = listenedTo()) {
            MongoDatabase database = client.getDatabase("majority-" + UUID.randomUUID());
            CausalReads reads = CausalReads.through(client);
            try (LedgerStore store = MongoLedgerStore.open(
                            database,
                            reads,
                            Clock.systemUTC(),
                            UUID::randomUUID,
                            LeaseTerms.amongOthers("here"),
                            LedgerObserver.NOBODY);
                    LedgerReader reader = MongoLedgerReader.open(database, reads)) {
                writeAndRead(store);
                readAll(reader);
            }
            keepTexts(MongoDisclosures.in(database, reads, LedgerObserver.NOBODY));
            var unused = new Fingerprints(database).kept("actor-key", "its fingerprint");
            rememberAPlace(database);
            forget(database);
        }

        assertThat(ofKind(READS)).extracting(MajorityContract::collection).contains("commits", "disclosures", "leases");
        assertThat(ofKind(READS)).allSatisfy(read -> {
            assertThat(read.getDocument("readConcern").getString("level").getValue())
                    .isEqualTo("majority");
            if (read.containsKey("$readPreference")) {
                assertThat(read.getDocument("$readPreference").getString("mode").getValue())
                        .startsWith("primary");
            }
        });
        assertThat(ofKind(WRITES))
                .extracting(MajorityContract::collection)
                .contains("commits", "disclosures", "fingerprints", "leases", "tokens");
        assertThat(ofKind(WRITES))
                .allSatisfy(write -> assertThat(write.getDocument("writeConcern"))
                        .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}")));
    }

    private static void writeAndRead(LedgerStore store) {
        var first = store.append(Units.entries("proposal/a", 0, 3));
        var second = store.append(Units.unit()
                .entry("proposal/b", 0)
                .claiming("reference#1")
                .requestedBy("request#1", "its body")
                .get());
        assertThat(second.last()).isGreaterThan(first.last());
        readAll(store);
    }

    private static void readAll(LedgerReader reader) {
        assertThat(reader.size()).isEqualTo(4);
        assertThat(reader.read(0, 10)).hasSize(4);
        assertThat(reader.readStream("proposal/a", 0)).hasSize(3);
        assertThat(reader.lastSequence("proposal/a")).hasValue(2L);
        assertThat(reader.firstPositionAt(Instant.EPOCH)).isZero();
        assertThat(reader.taken(List.of("reference#1"))).hasSize(1);
        assertThat(reader.request("request#1")).isPresent();
    }

    private static void keepTexts(Disclosures disclosures) {
        UUID event = UUID.randomUUID();
        disclosures.keep(List.of(
                new Disclosure(event, Map.of("text", new SealedField("salt", "value", Audience.PUBLIC)))));
        assertThat(disclosures.of(List.of(event))).hasSize(1);
    }

    private static void rememberAPlace(MongoDatabase database) {
        LedgerTokenStore tokens =
                new LedgerTokenStore(new Bookmarks(database, Clock.systemUTC(), "here", Duration.ofSeconds(10)));
        tokens.initializeTokenSegments("sweeper", 1, null);
        var claimed = tokens.fetchToken("sweeper", 0);
        assertThat(claimed).isNull();
        tokens.storeToken(new GlobalSequenceTrackingToken(7), "sweeper", 0);
        tokens.releaseClaim("sweeper", 0);
        assertThat(tokens.fetchSegments("sweeper")).containsExactly(0);
    }

    private List<BsonDocument> ofKind(Set<String> names) {
        return said.stream()
                .filter(command -> names.contains(command.getFirstKey()))
                .toList();
    }

    private static String collection(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    private MongoClient listenedTo() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        said.add(event.getCommand().clone());
                    }
                })
                .build());
    }
}
