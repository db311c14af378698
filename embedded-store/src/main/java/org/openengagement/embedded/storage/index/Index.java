package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import org.h2.mvstore.MVMap;

/**
 * An index: a tree from keys to the keys of documents. In a unique one each key stands once; in another the document's
 * key is written behind it.
 */
public final class Index {

    private final IndexDefinition definition;
    private final MVMap<byte[], byte[]> tree;

    public Index(IndexDefinition definition, MVMap<byte[], byte[]> tree) {
        this.definition = definition;
        this.tree = tree;
    }

    public IndexDefinition definition() {
        return definition;
    }

    public MVMap<byte[], byte[]> tree() {
        return tree;
    }

    /** @throws DuplicateKeyError if another document than the one at this key holds one of the document's keys */
    public void refuseIfTaken(Document document, byte[] documentKey, String collection) {
        IndexKeys.of(document, definition).forEach((key, values) -> {
            byte[] holder = definition.unique() ? tree.get(key) : null;
            if (holder != null && !Arrays.equals(holder, documentKey)) {
                throw new DuplicateKeyError(collection, definition.name(), definition.key(), values);
            }
        });
    }

    public void add(Document document, byte[] documentKey) {
        for (byte[] key : IndexKeys.of(document, definition).keySet()) {
            tree.put(entryKey(key, documentKey), documentKey);
        }
    }

    public void remove(Document document, byte[] documentKey) {
        for (byte[] key : IndexKeys.of(document, definition).keySet()) {
            tree.remove(entryKey(key, documentKey));
        }
    }

    private byte[] entryKey(byte[] key, byte[] documentKey) {
        return definition.unique() ? key : KeyBytes.joined(key, documentKey);
    }
}
