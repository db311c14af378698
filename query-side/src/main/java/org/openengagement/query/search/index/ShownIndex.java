package org.openengagement.query.search.index;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.openengagement.query.api.RequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index that searches read. It outlives its writer: it is read until another, opened in its place, has come as far.
 *
 * <p>Searches come from many threads; everything else from one at a time.
 */
final class ShownIndex implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ShownIndex.class);

    private final IndexFolder folder;
    private volatile OpenIndex asked;
    private long position;

    ShownIndex(IndexFolder folder, OpenIndex first) {
        this.folder = folder;
        this.asked = first;
        this.position = first.position();
    }

    /** The last position that answers reflect. */
    long position() {
        return position;
    }

    boolean isSound() {
        return !asked.isBroken();
    }

    /** Whether answers of another would be no older. */
    boolean isReachedBy(OpenIndex other) {
        return other.position() >= position;
    }

    /** Asks another from now on, which may be this one, further on. */
    void goOnTo(OpenIndex next) {
        OpenIndex before = asked;
        asked = next;
        position = next.position();
        closeUnlessShown(before);
    }

    /** Lets go of one that is not needed any more. */
    void closeUnlessShown(OpenIndex other) {
        if (other != asked) {
            // Another is in its place: what fails now tells nothing new.
            IOUtils.closeWhileHandlingException(other);
        }
    }

    /**
     * Carries out one search.
     *
     * @throws RequestException with the code UNAVAILABLE, if the index cannot be read; it is then given up
     */
    <T> T search(SearchIndex.Search<T> search) {
        for (OpenIndex now = asked; ; now = asked) {
            try {
                return now.search(search);
            } catch (AlreadyClosedException replaced) {
                if (now == asked) {
                    throw replaced;
                }
            } catch (IOException failed) {
                LOG.warn(
                        "The index in {} cannot be read ({}). It is looked at, and mended.",
                        folder,
                        failed.getMessage());
                now.giveUp();
                throw RequestException.unavailable("This node's index cannot be read just now. Ask again shortly.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        asked.close();
    }
}
