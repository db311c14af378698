package org.openengagement.ledger.disclosure;

import static java.util.stream.Collectors.toSet;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.UnitTooLargeException;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.mongo.CausalReads;
import org.openengagement.ledger.store.mongo.Database;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/**
 * Disclosures in MongoDB: one document per event, {@code {_id: <event id>, fields: [{path, salt, value, audience}]}}. A list,
 * since a path holds dots, and dots in names mean something else to MongoDB.
 */
public final class MongoDisclosures implements KeptDisclosures {

    /** The collection they are in. */
    public static final String COLLECTION = "disclosures";

    private static final int IDS_A_QUERY = 1_000;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;
    private final CausalReads reads;

    private MongoDisclosures(MongoCollection<Document> collection, CausalReads reads) {
        this.collection = collection;
        this.reads = reads;
    }

    /**
     * The disclosures of the ledger in this database, for those who only read.
     *
     * @param reads through which the entries are read as well: what an entry was seen with is then not missed here
     */
    public static DisclosureReader reader(MongoDatabase database, CausalReads reads) {
        return new MongoDisclosures(new Database(database).collection(COLLECTION), reads);
    }

    /** The disclosures of the ledger in this database; those of commands that come at the same time are kept together. */
    public static Disclosures in(MongoDatabase database) {
        return in(database, CausalReads.ofOneServer(), LedgerObserver.NOBODY);
    }

    /**
     * The same, read through what the entries are read through as well: what opens an entry is then never missed.
     *
     * @param observer told how long commands wait for their texts to be kept
     */
    public static Disclosures in(MongoDatabase database, CausalReads reads, LedgerObserver observer) {
        return in(database, reads, AppendLimits.STANDARD, observer);
    }

    /** The same, with other bounds than the standard. */
    public static Disclosures in(MongoDatabase database, AppendLimits limits) {
        return in(database, CausalReads.ofOneServer(), limits, LedgerObserver.NOBODY);
    }

    private static Disclosures in(
            MongoDatabase database, CausalReads reads, AppendLimits limits, LedgerObserver observer) {
        return new GatheredDisclosures(
                new MongoDisclosures(new Database(database).collection(COLLECTION), reads),
                limits,
                MonotonicTime.OF_THIS_MACHINE,
                observer);
    }

    @Override
    public Addition add(List<Disclosure> disclosures) {
        try {
            collection.insertMany(
                    disclosures.stream().map(MongoDisclosures::document).toList(),
                    new InsertManyOptions().ordered(false));
            return new Addition.Done(Set.of());
        } catch (MongoBulkWriteException partly) {
            return added(disclosures, partly);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            return new Addition.Refused(
                    new UnitTooLargeException("The texts of one event are too long: " + tooLarge.getMessage()));
        } catch (MongoCommandException answered) {
            return Database.refuses(answered)
                    ? new Addition.Refused(unavailable(answered))
                    : new Addition.Unknown(unavailable(answered));
        } catch (MongoException unreachable) {
            return new Addition.Unknown(unavailable(unreachable));
        }
    }

    @Override
    public Map<UUID, Disclosure> of(Collection<UUID> events) {
        List<String> ids = events.stream().map(UUID::toString).distinct().toList();
        Map<UUID, Disclosure> found = new HashMap<>();
        try {
            for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
                List<String> some = ids.subList(from, Math.min(from + IDS_A_QUERY, ids.size()));
                reads.ask(finding ->
                                finding.in(collection, Filters.in("_id", some)).into(new ArrayList<>()))
                        .forEach(document -> {
                            Disclosure disclosure = disclosure(document);
                            found.put(disclosure.event(), disclosure);
                        });
            }
        } catch (MongoException unreachable) {
            throw new LedgerUnavailableException(
                    "The disclosures could not be read: " + reason(unreachable), unreachable);
        }
        return found;
    }

    private static Addition added(List<Disclosure> disclosures, MongoBulkWriteException partly) {
        if (partly.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
            return new Addition.Refused(unavailable(partly));
        }
        if (partly.getWriteConcernError() != null) {
            return new Addition.Unknown(unavailable(partly));
        }
        return new Addition.Done(partly.getWriteErrors().stream()
                .map(error -> disclosures.get(error.getIndex()).event())
                .collect(toSet()));
    }

    private static LedgerUnavailableException unavailable(MongoException problem) {
        return new LedgerUnavailableException("The disclosures could not be kept durably: " + reason(problem), problem);
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
