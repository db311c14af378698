package org.openengagement.ledger.store.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Head;

/** Reads entries by position. */
final class PositionReader {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 8L << 20;

    private final CommitReader commits;

    PositionReader(CommitReader commits) {
        this.commits = commits;
    }

    /** See {@link LedgerReader#read}. */
    List<StoredEntry> read(long from, int atMost) {
        if (from < 0 || atMost < 1 || atMost > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "Entries are read from 0 or a later position on, 1 to %,d at a time, not %d from %d."
                            .formatted(MOST_ENTRIES, atMost, from));
        }
        Page page = new Page(from, atMost);
        commits.from(from, atMost, page::take);
        return List.copyOf(page.entries);
    }

    /** See {@link LedgerReader#firstPositionAt}: instants never decrease from one commit to the next. */
    long firstPositionAt(Instant instant, Head head) {
        if (head.recordedAt().isBefore(instant)) {
            return head.next();
        }
        long before = 0;
        long atOrAfter = head.next();
        while (before < atOrAfter) {
            long middle = before + (atOrAfter - before) / 2;
            var outline = commits.outlineAround(middle).orElseThrow();
            if (CommitDocument.recordedAt(outline).isBefore(instant)) {
                before = CommitDocument.head(outline).next();
            } else {
                atOrAfter = CommitDocument.first(outline);
            }
        }
        return atOrAfter;
    }

    private static final class Page {

        private final long from;
        private final int atMost;
        private final List<StoredEntry> entries = new ArrayList<>();
        private long bytes;

        Page(long from, int atMost) {
            this.from = from;
            this.atMost = atMost;
        }

        boolean take(Commit commit) {
            for (StoredEntry entry : commit.entries()) {
                if (entry.position() >= from) {
                    bytes += entry.entry().length();
                    if (entries.size() == atMost || (bytes > MOST_BYTES && !entries.isEmpty())) {
                        return false;
                    }
                    entries.add(entry);
                }
            }
            return entries.size() < atMost;
        }
    }
}
