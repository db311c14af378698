package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The bookmarks of those who follow the ledger, in MongoDB. Each part of a follower's work is one node's at a time: the one
 * that holds its bookmark, until it lets go or has not touched it for a while.
 */
public final class Bookmarks {

    /** The collection that holds them: {@code {_id: "<follower>/<part>", follower, part, position, replayedUpTo, owner, touchedAt}}. */
    public static final String COLLECTION = "tokens";

    private static final String ID = "_id";
    private static final String FOLLOWER = "follower";
    private static final String PART = "part";
    private static final String POSITION = "position";
    private static final String REPLAYED_UP_TO = "replayedUpTo";
    private static final String OWNER = "owner";
    private static final String TOUCHED_AT = "touchedAt";

    private final MongoCollection<Document> bookmarks;
    private final InstantSource clock;
    private final String owner;
    private final Duration heldFor;

    /**
     * The bookmarks in a database, as one node sees them.
     *
     * @param owner the node's name, no other's
     * @param heldFor how long a bookmark stays a node's that does not touch it
     */
    public Bookmarks(MongoDatabase database, InstantSource clock, String owner, Duration heldFor) {
        this.bookmarks = new Database(database).collection(COLLECTION);
        this.clock = clock;
        this.owner = owner;
        this.heldFor = heldFor;
    }

    /**
     * Places a bookmark that nobody holds.
     *
     * @return whether there was none
     */
    public boolean place(String follower, int part, Bookmark bookmark) {
        Document document = new Document(ID, id(follower, part))
                .append(FOLLOWER, follower)
                .append(PART, part)
                .append(POSITION, bookmark.position())
                .append(REPLAYED_UP_TO, bookmark.replayedUpTo())
                .append(OWNER, null)
                .append(TOUCHED_AT, now());
        return Database.ask(() -> {
            try {
                bookmarks.insertOne(document);
                return true;
            } catch (MongoWriteException refused) {
                if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw refused;
            }
        });
    }

    /** Takes hold of a bookmark; empty where there is none, or another node holds it. */
    public Optional<Bookmark> take(String follower, int part) {
        return update(follower, part, mine());
    }

    /**
     * Takes hold of a bookmark and moves it.
     *
     * @return whether there is one, and no other node holds it
     */
    public boolean move(String follower, int part, Bookmark to) {
        return update(
                        follower,
                        part,
                        combine(mine(), set(POSITION, to.position()), set(REPLAYED_UP_TO, to.replayedUpTo())))
                .isPresent();
    }

    /**
     * Goes on holding a bookmark.
     *
     * @return whether this node holds it
     */
    public boolean keep(String follower, int part) {
        return Database.ask(() -> bookmarks.updateOne(held(follower, part), set(TOUCHED_AT, now())))
                        .getMatchedCount()
                > 0;
    }

    /** Lets go of a bookmark, if this node holds it. */
    public void release(String follower, int part) {
        var unused = Database.ask(() -> bookmarks.updateOne(held(follower, part), set(OWNER, null)));
    }

    /**
     * Removes a bookmark.
     *
     * @return whether this node held it
     */
    public boolean remove(String follower, int part) {
        return Database.ask(() -> bookmarks.deleteOne(held(follower, part))).getDeletedCount() > 0;
    }

    /** The parts of a follower's work that have a bookmark, in order. */
    public List<Integer> parts(String follower) {
        return parts(eq(FOLLOWER, follower));
    }

    /** Those of them that this node holds or could take. */
    public List<Integer> partsToTake(String follower) {
        return parts(and(eq(FOLLOWER, follower), free()));
    }

    private List<Integer> parts(Bson filter) {
        return Database.ask(() -> bookmarks.find(filter).sort(ascending(PART)).into(new ArrayList<>())).stream()
                .map(document -> document.get(PART, Number.class).intValue())
                .toList();
    }

    private Optional<Bookmark> update(String follower, int part, Bson change) {
        return Optional.ofNullable(Database.ask(() -> bookmarks.findOneAndUpdate(
                        and(eq(ID, id(follower, part)), free()),
                        change,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                .map(document -> new Bookmark(number(document, POSITION), number(document, REPLAYED_UP_TO)));
    }

    private Bson mine() {
        return combine(set(OWNER, owner), set(TOUCHED_AT, now()));
    }

    private Bson free() {
        return or(
                eq(OWNER, null),
                eq(OWNER, owner),
                lt(TOUCHED_AT, Date.from(clock.instant().minus(heldFor))));
    }

    private Bson held(String follower, int part) {
        return and(eq(ID, id(follower, part)), eq(OWNER, owner));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static String id(String follower, int part) {
        return follower + "/" + part;
    }

    private static @Nullable Long number(Document document, String name) {
        Number number = document.get(name, Number.class);
        return number == null ? null : number.longValue();
    }
}
