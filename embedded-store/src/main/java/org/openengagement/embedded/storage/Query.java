package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;

/**
 * What is looked for.
 *
 * @param filter which documents, in MongoDB's language
 * @param sort by which fields, each with 1 or -1; empty for any order
 * @param skip how many of them to leave out first, from 0
 * @param limit how many at most; 0 for all
 */
public record Query(Document filter, Document sort, long skip, long limit) {

    /** All documents that match, in any order. */
    public static Query allThatMatch(Document filter) {
        return new Query(filter, new Document(), 0, 0);
    }

    /** The first document that matches, in an order. */
    public static Query firstThatMatches(Document filter, Document sort) {
        return new Query(filter, sort, 0, 1);
    }

    /** Whether it is sorted by these fields in a row, all in one direction: 1, -1, or 0 for no. */
    int directionOverPrefixOf(Iterable<String> fields) {
        int direction = 0;
        var indexed = fields.iterator();
        for (var sorted : sort.entrySet()) {
            int asked = sorted.getValue() instanceof Number number ? Integer.signum(number.intValue()) : 0;
            if (!indexed.hasNext()
                    || !indexed.next().equals(sorted.getKey())
                    || (direction != 0 && asked != direction)) {
                return 0;
            }
            direction = asked;
        }
        return direction;
    }
}
