package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Found;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.embedded.storage.index.IndexDefinition;

/** One file's life on a bad disk, with what is known of it: what has to be there, and what may be. */
final class FileHistory {

    private static final Path FILE = Path.of("/data/documents.mv");
    private static final IndexDefinition CLAIMS =
            new IndexDefinition("claims", new Document("claims", 1), true, false, null);
    private static final int NOTES = 5;

    /** One write in so many is a rewrite, which begins a new file: old space is only written over in one that stays a while. */
    private static final int OFTEN = 10;

    private static final int RARELY = 100;

    private final ForgetfulDisk disk;
    private final Random random;
    private final String name;
    private final LongAdder visits = new LongAdder();
    private @Nullable StoreFile file;
    private long commits;
    private boolean nextInDoubt;
    private final Map<Integer, Integer> notes = new TreeMap<>();
    private int doubtfulNote = -1;
    private @Nullable Integer doubtfulValue;
    private int lastValue;

    FileHistory(ForgetfulDisk disk, Random random, String name) {
        this.disk = disk;
        this.random = random;
        this.name = name;
    }

    long documents() {
        return commits;
    }

    /** Writes until a write fails; opens the file first, where that can be done. */
    void writeUntilNothingIsTaken() {
        try {
            while (true) {
                writeOne(opened());
            }
        } catch (DamagedStoreException | NotWrittenException failed) {
            assertThat(failed.getMessage()).as(name).isNotBlank();
        }
    }

    /** Writes so many; where one fails, whatever it left is looked at, and it goes on. */
    void write(int count) {
        for (int written = 0; written < count; written++) {
            try {
                StoreFile open = opened();
                long next = commits;
                open.write(catalog -> commit(catalog, next));
                commits++;
            } catch (NotWrittenException refused) {
                compare();
            } catch (DamagedStoreException inDoubt) {
                nextInDoubt = true;
                compare();
            }
        }
    }

    /** Tries to write one more, of which nobody can say whether it stands. */
    void writeInDoubt() {
        long next = commits;
        nextInDoubt = true;
        assertThatExceptionOfType(DamagedStoreException.class)
                .as(name)
                .isThrownBy(() -> opened().write(catalog -> commit(catalog, next)));
    }

    /** Opens the file as a new process does. */
    void openAndCompare() {
        file = null;
        compare();
    }

    /** Compares all that can be read with all that has to be there; what was read has to be there from now on. */
    void compare() {
        opened().read(catalog -> {
            long found =
                    catalog.find("ledger.commits").map(this::compareCommits).orElse(0L);
            assertThat(found).as(name).isBetween(commits, nextInDoubt ? commits + 1 : commits);
            commits = found;
            nextInDoubt = false;
            compareNotes(catalog);
            return found;
        });
    }

    private StoreFile opened() {
        StoreFile open = file == null ? StoreFile.open(FILE, disk, Clock.systemUTC(), visits) : file;
        file = open;
        return open;
    }

    private void writeOne(StoreFile open) {
        if (random.nextInt(disk.leavesOldSpaceAlone().isZero() ? RARELY : OFTEN) == 0) {
            open.rewrite();
        } else if (random.nextInt(3) == 0) {
            changeNote(open);
        } else {
            long next = commits;
            nextInDoubt = true;
            try {
                open.write(catalog -> commit(catalog, next));
            } catch (NotWrittenException refused) {
                nextInDoubt = false;
                throw refused;
            }
            nextInDoubt = false;
            commits++;
        }
    }

    private void changeNote(StoreFile open) {
        int id = random.nextInt(NOTES);
        Integer value = random.nextInt(3) == 0 ? null : Integer.valueOf(++lastValue);
        doubtfulNote = id;
        doubtfulValue = value;
        open.write(catalog -> {
            DocumentCollection collection = catalog.findOrCreate("ledger.notes");
            Found before = find(collection, new Document("_id", id));
            if (before != null && value != null) {
                collection.replace(before.document(), note(id, value));
            } else if (value != null) {
                collection.insert(note(id, value));
            } else if (before != null) {
                collection.remove(before.document());
            }
            return true;
        });
        keepNote(id, value);
        doubtfulNote = -1;
    }

    private void keepNote(int id, @Nullable Integer value) {
        if (value == null) {
            notes.remove(id);
        } else {
            notes.put(id, value);
        }
    }

    private void compareNotes(Catalog catalog) {
        Map<Integer, Integer> found = new TreeMap<>();
        catalog.find("ledger.notes").ifPresent(collection -> {
            for (Document note : new Results(Query.allThatMatch(new Document()), collection).all(collection)) {
                found.put((Integer) note.get("_id"), (Integer) note.get("value"));
            }
        });
        if (doubtfulNote >= 0 && Objects.equals(found.get(doubtfulNote), doubtfulValue)) {
            keepNote(doubtfulNote, doubtfulValue);
        }
        doubtfulNote = -1;
        assertThat(found).as(name).isEqualTo(notes);
    }

    private long compareCommits(DocumentCollection collection) {
        Results all = new Results(new Query(new Document(), new Document("_id", 1), 0, 0), collection);
        long next = 0;
        for (Found found = all.next(collection); found != null; found = all.next(collection)) {
            assertThat(found.document()).as(name).isEqualTo(commit(next));
            next++;
        }
        for (long place = Math.max(0, next - 3); place < next; place++) {
            Found claimed = find(collection, new Document("claims", "other#" + place));
            assertThat(claimed).as(name).isNotNull();
        }
        assertThat(find(collection, new Document("claims", "other#" + next)))
                .as(name)
                .isNull();
        return next;
    }

    private static boolean commit(Catalog catalog, long place) {
        catalog.addIndex(catalog.findOrCreate("ledger.commits"), CLAIMS);
        catalog.findOrCreate("ledger.commits").insert(commit(place));
        return true;
    }

    private static @Nullable Found find(DocumentCollection collection, Document filter) {
        return new Results(Query.firstThatMatches(filter, new Document()), collection).next(collection);
    }

    private static Document commit(long place) {
        return new Document("_id", place)
                .append("claims", List.of("claim#" + place, "other#" + place))
                .append("entry", ("entry " + place + " ").repeat(20 + (int) (place % 7) * 150));
    }

    private static Document note(int id, Integer value) {
        return new Document("_id", id)
                .append("value", value)
                .append("text", ("note " + value + " ").repeat(value % 200));
    }
}
