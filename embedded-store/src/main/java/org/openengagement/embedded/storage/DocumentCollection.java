package org.openengagement.embedded.storage;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.index.DuplicateKeyError;
import org.openengagement.embedded.storage.index.Index;
import org.openengagement.embedded.storage.index.IndexDefinition;
import org.openengagement.embedded.storage.index.KeyBytes;

/**
 * Documents by {@code _id}, with their indexes. Each change checks all keys before it touches anything, so a refusal
 * leaves no trace. Changes happen inside {@link StoreFile#write} only.
 */
public final class DocumentCollection {

    /** The field that identifies a document. */
    public static final String ID = "_id";

    private static final IndexDefinition PRIMARY = new IndexDefinition("_id_", new Document(ID, 1), true, false, null);

    private final String name;
    private final MVMap<byte[], byte[]> documents;
    private final Map<String, Index> indexes;
    private final Observer observer;

    DocumentCollection(String name, MVMap<byte[], byte[]> documents, Map<String, Index> indexes, Observer observer) {
        this.name = name;
        this.documents = documents;
        this.indexes = indexes;
        this.observer = observer;
    }

    /** The full name: database, dot, collection. */
    public String name() {
        return name;
    }

    /** How many documents it holds. */
    public long size() {
        return documents.sizeAsLong();
    }

    /** Its indexes, that on {@code _id} first. */
    public List<IndexDefinition> indexDefinitions() {
        return Stream.concat(Stream.of(PRIMARY), indexes.values().stream().map(Index::definition))
                .toList();
    }

    /**
     * Adds a document; one without an {@code _id} is given one.
     *
     * @throws DuplicateKeyError if its {@code _id} or a key of a unique index is taken
     * @throws MongoServerError if it cannot be stored: too large, or a value that cannot be a key
     */
    public Document insert(Document document) {
        Document stored = new Document(ID, document.containsKey(ID) ? document.get(ID) : new ObjectId());
        stored.putAll(document.containsKey(ID) ? document : new Document(document));
        byte[] key = documentKey(stored.get(ID));
        byte[] bytes = DocumentBytes.of(stored);
        if (documents.containsKey(key)) {
            throw new DuplicateKeyError(name, PRIMARY.name(), PRIMARY.key(), new Document(ID, stored.get(ID)));
        }
        indexes.values().forEach(index -> index.refuseIfTaken(stored, key, name));
        documents.put(key, bytes);
        indexes.values().forEach(index -> index.add(stored, key));
        return stored;
    }

    /**
     * Puts a document in another's place.
     *
     * @throws DuplicateKeyError if a key of a unique index is taken by a third
     * @throws MongoServerError if the {@code _id} differs, or the document cannot be stored
     */
    public void replace(Document before, Document after) {
        byte[] key = documentKey(before.get(ID));
        if (!Arrays.equals(key, documentKey(after.get(ID)))) {
            throw new MongoServerError(66, "ImmutableField", "An update cannot change a document's _id.");
        }
        byte[] bytes = DocumentBytes.of(after);
        indexes.values().forEach(index -> index.refuseIfTaken(after, key, name));
        indexes.values().forEach(index -> index.remove(before, key));
        documents.put(key, bytes);
        indexes.values().forEach(index -> index.add(after, key));
        observer.documentErased();
    }

    /** Takes a document out. */
    public void remove(Document document) {
        byte[] key = documentKey(document.get(ID));
        indexes.values().forEach(index -> index.remove(document, key));
        documents.remove(key);
        observer.documentErased();
    }

    MVMap<byte[], byte[]> tree(@Nullable String index) {
        return index == null ? documents : requireNonNull(indexes.get(index)).tree();
    }

    Collection<Index> indexes() {
        return indexes.values();
    }

    boolean hasIndex(String index) {
        return indexes.containsKey(index);
    }

    /** The stored form at a place that a walk came by: of an entry of {@code _id}'s own tree, the value itself. */
    byte @Nullable [] stored(byte[] documentKey) {
        observer.documentVisited();
        return documents.get(documentKey);
    }

    void visited() {
        observer.documentVisited();
    }

    private static byte[] documentKey(@Nullable Object id) {
        if (id instanceof Collection) {
            throw new MongoServerError(53, "InvalidIdField", "An _id cannot be an array.");
        }
        return KeyBytes.of(id);
    }

    /** What a collection's owner wants to hear of. */
    interface Observer {

        /** A document was read from its tree. */
        void documentVisited();

        /** A document was removed, or another took its place. */
        void documentErased();
    }
}
