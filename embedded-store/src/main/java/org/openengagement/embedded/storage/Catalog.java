package org.openengagement.embedded.storage;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.openengagement.embedded.storage.index.Index;
import org.openengagement.embedded.storage.index.IndexDefinition;

/** The collections of one file. What they are, and since when erased bytes lie in the file, stands in the file itself. */
public final class Catalog implements DocumentCollection.Observer {

    /** Named otherwise than before {@link StoredBytes} turned bits over, so that no file is read as what it is not. */
    private static final String CATALOG = "catalog-2";

    private static final String EARLIER_CATALOG = "catalog";
    private static final String COLLECTION = "collection/";
    private static final String ERASED_SINCE = "erased-since";
    private static final String PAIR = "pair";

    private final MVStore store;
    private final InstantSource clock;
    private final LongAdder visits;
    private final MVMap<String, byte[]> facts;
    private final Map<String, DocumentCollection> collections = new TreeMap<>();

    Catalog(MVStore store, InstantSource clock, LongAdder visits) {
        this.store = store;
        this.clock = clock;
        this.visits = visits;
        this.facts = begin(store);
        facts.keySet().stream()
                .filter(fact -> fact.startsWith(COLLECTION))
                .map(fact -> fact.substring(COLLECTION.length()))
                .toList()
                .forEach(this::open);
    }

    /** The facts of a store; a new one has none. */
    static MVMap<String, byte[]> begin(MVStore store) {
        return store.openMap(
                CATALOG,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StoredBytes.INSTANCE));
    }

    /** Whether a store was written by a version of this program whose files cannot be read. */
    static boolean isOfEarlierForm(MVStore store) {
        return store.hasMap(EARLIER_CATALOG);
    }

    /** A collection by its full name, if it exists. */
    public Optional<DocumentCollection> find(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    /** All of them. */
    public List<DocumentCollection> all() {
        return List.copyOf(collections.values());
    }

    /** A collection by its full name; it is made if it does not exist. */
    public DocumentCollection findOrCreate(String name) {
        return find(name).orElseGet(() -> {
            keepDefinitions(name, List.of());
            return open(name);
        });
    }

    /** Takes a collection out, with all it holds. */
    public void drop(DocumentCollection collection) {
        collection.indexes().forEach(index -> store.removeMap(index.tree()));
        store.removeMap(collection.tree(null));
        facts.remove(COLLECTION + collection.name());
        collections.remove(collection.name());
        documentErased();
    }

    /**
     * Adds an index, unless it is there already.
     *
     * @return whether it was added
     * @throws MongoServerError if another index has its name or its key, or two documents share a key of a unique one
     */
    public boolean addIndex(DocumentCollection collection, IndexDefinition definition) {
        for (IndexDefinition existing : collection.indexDefinitions()) {
            if (existing.key().equals(definition.key()) && isPrimaryOrSame(existing, definition)) {
                return false;
            }
            if (existing.key().equals(definition.key()) && !existing.name().equals(definition.name())) {
                throw new MongoServerError(
                        85,
                        "IndexOptionsConflict",
                        "An index on this is there already: '%s'.".formatted(existing.name()));
            }
            if (existing.name().equals(definition.name())) {
                throw new MongoServerError(
                        86, "IndexKeySpecsConflict", "Another index is named '%s'.".formatted(definition.name()));
            }
        }
        IndexBuild.check(collection, definition);
        Index index = new Index(definition, openTree(collection.name(), definition.name()));
        IndexBuild.fill(collection, index);
        List<IndexDefinition> definitions = new ArrayList<>(
                collection.indexes().stream().map(Index::definition).toList());
        definitions.add(definition);
        keepDefinitions(collection.name(), definitions);
        open(collection.name());
        return true;
    }

    /** Takes an index out, if it is there. */
    public void dropIndex(DocumentCollection collection, String name) {
        collection.indexes().stream()
                .filter(index -> index.definition().name().equals(name))
                .findFirst()
                .ifPresent(index -> {
                    store.removeMap(index.tree());
                    keepDefinitions(
                            collection.name(),
                            collection.indexes().stream()
                                    .map(Index::definition)
                                    .filter(other -> !other.name().equals(name))
                                    .toList());
                    open(collection.name());
                });
    }

    /** Since when the file may hold bytes of documents that were erased. */
    Optional<Instant> erasedSince() {
        return Optional.ofNullable(facts.get(ERASED_SINCE))
                .map(bytes -> (Instant) DocumentBytes.read(bytes).get(ERASED_SINCE));
    }

    /** The mark of the pair of files that it is one of, if it has been marked. */
    Optional<String> pair() {
        return Optional.ofNullable(facts.get(PAIR))
                .map(bytes -> (String) DocumentBytes.read(bytes).get(PAIR));
    }

    /** Marks it as one of a pair, for good. */
    boolean markPair(String mark) {
        return facts.put(PAIR, DocumentBytes.of(new Document(PAIR, mark))) == null;
    }

    @Override
    public void documentVisited() {
        visits.increment();
    }

    @Override
    public void documentErased() {
        if (!facts.containsKey(ERASED_SINCE)) {
            facts.put(ERASED_SINCE, DocumentBytes.of(new Document(ERASED_SINCE, clock.instant())));
        }
    }

    static boolean outlivesRewrite(String map, String key) {
        return !(map.equals(CATALOG) && key.equals(ERASED_SINCE));
    }

    private static boolean isPrimaryOrSame(IndexDefinition existing, IndexDefinition asked) {
        return existing.name().equals("_id_") || existing.specification().equals(asked.specification());
    }

    private void keepDefinitions(String name, List<IndexDefinition> definitions) {
        List<Document> specifications =
                definitions.stream().map(IndexDefinition::specification).toList();
        facts.put(COLLECTION + name, DocumentBytes.of(new Document("indexes", specifications)));
    }

    private DocumentCollection open(String name) {
        Map<String, Index> indexes = new LinkedHashMap<>();
        Document fact = DocumentBytes.read(requireNonNull(facts.get(COLLECTION + name)));
        for (Object specification : (List<?>) requireNonNull(fact.get("indexes"))) {
            IndexDefinition definition = IndexDefinition.of((Document) specification);
            indexes.put(definition.name(), new Index(definition, openTree(name, definition.name())));
        }
        MVMap<byte[], byte[]> documents = openTree(name, "_id_");
        DocumentCollection collection = new DocumentCollection(name, documents, indexes, this);
        collections.put(name, collection);
        return collection;
    }

    private MVMap<byte[], byte[]> openTree(String collection, String index) {
        return store.openMap(
                collection + "/" + index,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(StoredBytes.INSTANCE)
                        .valueType(StoredBytes.INSTANCE));
    }
}
