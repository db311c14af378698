package org.openengagement.embedded.storage;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.h2.store.fs.FilePath;

/**
 * Copies a store into a new file that takes the old one's place. MVStore keeps the chunks in which old pages lie, and
 * its own compaction leaves erased bytes behind, so the old file as a whole has to go.
 */
final class FileRewrite {

    private static final int COMMIT_EVERY = 1000;

    private FileRewrite() {}

    /** A durable copy of all that is there, without the note that something was erased. */
    static FilePath copy(MVStore source, FilePath copy) {
        if (copy.exists()) {
            copy.delete();
        }
        try (MVStore target = new MVStore.Builder()
                .fileName(copy.toString())
                .autoCommitDisabled()
                .open()) {
            for (String name : source.getMapNames()) {
                copyMap(source, target, name);
            }
            target.commit();
            target.sync();
        }
        return copy;
    }

    private static void copyMap(MVStore source, MVStore target, String name) {
        if (name.contains("/")) {
            MVMap.Builder<byte[], byte[]> builder = new MVMap.Builder<byte[], byte[]>()
                    .keyType(StoredBytes.INSTANCE)
                    .valueType(StoredBytes.INSTANCE);
            MVMap<byte[], byte[]> copied = target.openMap(name, builder);
            int count = 0;
            for (Map.Entry<byte[], byte[]> entry : source.openMap(name, builder).entrySet()) {
                copied.put(entry.getKey(), entry.getValue());
                if (++count % COMMIT_EVERY == 0) {
                    target.commit();
                }
            }
        } else {
            MVMap.Builder<String, byte[]> builder = new MVMap.Builder<String, byte[]>()
                    .keyType(StringDataType.INSTANCE)
                    .valueType(StoredBytes.INSTANCE);
            MVMap<String, byte[]> copied = target.openMap(name, builder);
            source.openMap(name, builder).forEach((key, value) -> {
                if (Catalog.outlivesRewrite(name, key)) {
                    copied.put(key, value);
                }
            });
        }
    }
}
