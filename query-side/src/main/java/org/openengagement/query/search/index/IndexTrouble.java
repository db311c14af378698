package org.openengagement.query.search.index;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the index could not be written and has not caught up since. It is logged once when it begins and once when it ends. */
final class IndexTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(IndexTrouble.class);

    private final IndexFolder folder;
    private boolean lasts;

    IndexTrouble(IndexFolder folder) {
        this.folder = folder;
    }

    boolean lasts() {
        return lasts;
    }

    /**
     * @param shown the position that answers go on from
     */
    void begins(Exception failed, long shown) {
        if (!lasts) {
            LOG.warn(
                    "The index in {} cannot be written ({}). Answers go on from position {} until it can.",
                    folder,
                    failed.getMessage(),
                    shown);
        }
        lasts = true;
    }

    /**
     * @param shown the position that answers reflect again
     */
    void ends(long shown) {
        if (lasts) {
            LOG.info("The index in {} is written again, up to position {}.", folder, shown);
        }
        lasts = false;
    }
}
