package org.openengagement.ledger.axon;

import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.mongo.Bookmark;
import org.openengagement.ledger.store.mongo.Bookmarks;

/**
 * Axon's tokens as bookmarks in the ledger's database: for automations, which every node of the command side may run, and one
 * at a time does. A projection keeps its position with its own data instead.
 */
public final class LedgerTokenStore implements TokenStore {

    private final Bookmarks bookmarks;

    public LedgerTokenStore(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    /** {@inheritDoc} */
    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken token) {
        if (!bookmarks.parts(processor).isEmpty()) {
            throw new UnableToClaimTokenException("The tokens of %s are there already.".formatted(processor));
        }
        for (int segment = 0; segment < segments; segment++) {
            // Another node may be placing the same ones; either's will do.
            var unused = bookmarks.place(processor, segment, bookmark(token));
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        if (!bookmarks.place(processor, segment, bookmark(token))) {
            throw new UnableToInitializeTokenException(
                    "The token of %s for segment %d is there already.".formatted(processor, segment));
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        require(bookmarks.move(processor, segment, bookmark(token)), processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return token(bookmarks.take(processor, segment).orElseThrow(() -> unclaimed(processor, segment)));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        require(bookmarks.keep(processor, segment), processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        bookmarks.release(processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        require(bookmarks.remove(processor, segment), processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return bookmarks.parts(processor).stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        int[] all = fetchSegments(processor);
        return bookmarks.partsToTake(processor).stream()
                .map(segment -> Segment.computeSegment(segment, all))
                .toList();
    }

    private static void require(boolean held, String processor, int segment) {
        if (!held) {
            throw unclaimed(processor, segment);
        }
    }

    private static UnableToClaimTokenException unclaimed(String processor, int segment) {
        return new UnableToClaimTokenException(
                "The token of %s for segment %d is not there, or another node holds it.".formatted(processor, segment));
    }

    private static Bookmark bookmark(@Nullable TrackingToken token) {
        if (token instanceof ReplayToken replay) {
            return new Bookmark(position(replay.getCurrentToken()), position(replay.getTokenAtReset()));
        }
        return new Bookmark(position(token), null);
    }

    private static @Nullable Long position(@Nullable TrackingToken token) {
        if (token == null) {
            return null;
        }
        if (token instanceof GlobalSequenceTrackingToken last) {
            return last.getGlobalIndex();
        }
        throw new IllegalArgumentException("The ledger is followed by position, not by %s.".formatted(token));
    }

    private static @Nullable TrackingToken token(Bookmark bookmark) {
        TrackingToken position =
                bookmark.position() == null ? null : new GlobalSequenceTrackingToken(bookmark.position());
        return bookmark.replayedUpTo() == null
                ? position
                : ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(bookmark.replayedUpTo()), position);
    }
}
