package org.openengagement.query.search.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Opens the index in its folder, and counts how often it had to be opened again or made anew. One thread opens; many read. */
final class IndexOpenings {

    private final IndexFolder folder;
    private final AtomicLong madeAnew = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private volatile @Nullable String whyMadeAnew;

    IndexOpenings(IndexFolder folder) {
        this.folder = folder;
    }

    OpenIndex open() throws IOException {
        IndexFolder.Opened found = folder.open();
        if (found.madeAnew() != null) {
            madeAnew.incrementAndGet();
            whyMadeAnew = found.madeAnew();
        }
        return new OpenIndex(found.directory());
    }

    /** Opens it after a failure. */
    OpenIndex openAgain() throws IOException {
        OpenIndex opened = open();
        again.incrementAndGet();
        return opened;
    }

    long timesMadeAnew() {
        return madeAnew.get();
    }

    long timesOpenedAgain() {
        return again.get();
    }

    /** Why it was last made anew; {@code null} if it was not. */
    @Nullable
    String whyMadeAnew() {
        return whyMadeAnew;
    }
}
