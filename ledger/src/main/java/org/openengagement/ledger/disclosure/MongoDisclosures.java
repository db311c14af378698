package org.openengagement.ledger.disclosure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Disclosures in MongoDB: one document per event, {@code {_id: <event id>, fields: [{path, salt, value, audience}]}}. A list,
 * since a path holds dots, and dots in names mean something else to MongoDB.
 */
public final class MongoDisclosures implements Disclosures {

    /** The collection they are in. */
    public static final String COLLECTION = "disclosures";

    private static final int IDS_A_QUERY = 1_000;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;

    private MongoDisclosures(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** The disclosures of the ledger in this database. */
    public static Disclosures in(MongoDatabase database) {
        return new MongoDisclosures(database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary()));
    }

    @Override
    public void keep(List<Disclosure> disclosures) {
        if (disclosures.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(
                    disclosures.stream().map(MongoDisclosures::document).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            requireOnlyRepeats(disclosures, refused);
        } catch (MongoException unreachable) {
            throw new LedgerUnavailableException(
                    "The disclosures could not be kept durably: " + reason(unreachable), unreachable);
        }
    }

    @Override
    public Map<UUID, Disclosure> of(Collection<UUID> events) {
        List<String> ids = events.stream().map(UUID::toString).distinct().toList();
        Map<UUID, Disclosure> found = new HashMap<>();
        try {
            for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
                List<String> some = ids.subList(from, Math.min(from + IDS_A_QUERY, ids.size()));
                for (Document document : collection.find(Filters.in("_id", some))) {
                    Disclosure disclosure = disclosure(document);
                    found.put(disclosure.event(), disclosure);
                }
            }
        } catch (MongoException unreachable) {
            throw new LedgerUnavailableException(
                    "The disclosures could not be read: " + reason(unreachable), unreachable);
        }
        return found;
    }

    /** A repeat after a lost answer finds its own documents there already; anything else is no repeat. */
    private void requireOnlyRepeats(List<Disclosure> disclosures, MongoBulkWriteException refused) {
        if (refused.getWriteConcernError() != null
                || refused.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
            throw new LedgerUnavailableException("The disclosures could not be kept durably.", refused);
        }
        Map<UUID, Disclosure> repeated = refused.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(disclosures::get)
                .collect(toMap(Disclosure::event, identity()));
        Map<UUID, Disclosure> kept = of(repeated.keySet());
        repeated.forEach((event, disclosure) -> {
            if (!disclosure.equals(kept.get(event))) {
                throw new IllegalStateException(
                        "Event %s has another disclosure already; its seals would not open.".formatted(event));
            }
        });
    }

    private static String reason(MongoException problem) {
        return problem instanceof MongoCommandException answered
                ? answered.getErrorMessage()
                : String.valueOf(problem.getMessage());
    }

    private static Document document(Disclosure disclosure) {
        List<Document> fields = new ArrayList<>();
        disclosure
                .fields()
                .forEach((path, field) -> fields.add(new Document("path", path)
                        .append("salt", field.salt())
                        .append("value", field.value())
                        .append("audience", field.audience().name())));
        return new Document("_id", disclosure.event().toString()).append("fields", fields);
    }

    private static Disclosure disclosure(Document document) {
        Map<String, SealedField> fields = new HashMap<>();
        for (Document field : document.getList("fields", Document.class)) {
            fields.put(
                    field.getString("path"),
                    new SealedField(
                            field.getString("salt"),
                            field.getString("value"),
                            Audience.valueOf(field.getString("audience"))));
        }
        return new Disclosure(UUID.fromString(document.getString("_id")), Map.copyOf(fields));
    }
}
