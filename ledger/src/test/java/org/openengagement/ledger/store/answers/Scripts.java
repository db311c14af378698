package org.openengagement.ledger.store.answers;

import java.util.List;

/** What the ledger asks of its database, with what it may run into, written out. */
final class Scripts {

    private static final String DURABLY = ", writeConcern: {w: 'majority', j: true}}";
    private static final String INDEX =
            "{createIndexes: 'commits', indexes: [{key: {claims: 1}, name: 'claims', unique: true}]}";

    private Scripts() {}

    static List<Script> all() {
        return List.of(
                indexes(),
                moreIndexes(),
                commits(),
                claims(),
                batches(),
                ranges(),
                projections(),
                cursors(),
                leases(),
                bookmarks(),
                erasures(),
                counts(),
                numbers(),
                types(),
                nothings(),
                unknown());
    }

    private static Script indexes() {
        return Script.of(
                "an index is made once",
                INDEX,
                INDEX,
                "{createIndexes: 'commits', indexes: [{key: {claims: 1}, name: 'claims'}]}",
                "{createIndexes: 'commits', indexes: [{key: {other: 1}, name: 'claims', unique: true}]}",
                "{createIndexes: 'commits', indexes: [{key: {claims: 1}, name: 'another', unique: true}]}",
                "{createIndexes: 'commits', indexes: [{key: {_id: 1}, name: '_id_'}]}",
                "{createIndexes: 'commits', indexes: []}",
                "{createIndexes: 'commits', indexes: [{key: {}, name: 'nothing'}]}",
                "{createIndexes: 'commits', indexes: [{key: {a: 1}}]}",
                "{listIndexes: 'commits'}",
                "{listIndexes: 'nowhere'}");
    }

    private static Script moreIndexes() {
        return Script.of(
                "an index over what is there already",
                "{insert: 'commits', documents: [{_id: 1, claims: ['a']}, {_id: 2, claims: ['b', 'a']}]" + DURABLY,
                INDEX,
                "{listIndexes: 'commits'}",
                "{delete: 'commits', deletes: [{q: {_id: 2}, limit: 1}]" + DURABLY,
                INDEX,
                "{dropIndexes: 'commits', index: 'claims'}",
                "{dropIndexes: 'commits', index: 'claims'}",
                "{dropIndexes: 'commits', index: '_id_'}",
                "{insert: 'commits', documents: [{_id: 3, claims: ['a']}]" + DURABLY);
    }

    private static Script commits() {
        return Script.of(
                "a commit is inserted, and collides",
                INDEX,
                insert("commits", "{_id: {$numberLong: '0'}, count: 2, claims: ['p#0', 'p#1']}"),
                insert("commits", "{_id: {$numberLong: '0'}, count: 1, claims: ['q#0']}"),
                insert("commits", "{_id: {$numberLong: '2'}, count: 1, claims: ['q#0', 'p#1']}"),
                insert("commits", "{_id: {$numberLong: '0'}, count: 1, claims: ['p#0']}"),
                insert("commits", "{_id: {$numberLong: '2'}, count: 1, claims: ['q#0', 'q#0']}"),
                insert("commits", "{_id: {$numberLong: '3'}, count: 1, claims: ['z', 'q#0', 'p#0']}"),
                "{find: 'commits', sort: {_id: -1}, limit: 1, projection: {count: 1}, readConcern: {level: 'majority'}}",
                "{find: 'commits', filter: {_id: {$numberLong: '2'}}, projection: {batch: 1}, limit: 1}",
                "{find: 'commits', filter: {_id: 7}, limit: 1, singleBatch: true}");
    }

    private static Script claims() {
        return Script.of(
                "claims that are empty, absent, or no array",
                INDEX,
                insert("commits", "{_id: 0, claims: []}"),
                insert("commits", "{_id: 1, claims: []}"),
                insert("commits", "{_id: 2}"),
                insert("commits", "{_id: 3}"),
                insert("commits", "{_id: 4, claims: null}"),
                insert("commits", "{_id: 5, claims: [null]}"),
                insert("commits", "{_id: 6, claims: 'a'}"),
                insert("commits", "{_id: 7, claims: ['a']}"),
                insert("commits", "{_id: 8, claims: [['a']]}"),
                insert("commits", "{_id: 9, claims: [{a: 1}, 1, 1.5]}"),
                insert("commits", "{_id: 10, claims: [{$numberLong: '1'}]}"),
                insert("commits", "{_id: 11, claims: [1.0]}"),
                "{find: 'commits', filter: {claims: {$in: ['a', 'b', 1]}}, projection: {_id: 1}, sort: {_id: 1}}",
                "{find: 'commits', filter: {claims: {$in: []}}}",
                "{find: 'commits', filter: {claims: 'a'}, projection: {claims: 1}, sort: {_id: 1}}",
                "{find: 'commits', sort: {_id: 1}, projection: {_id: 1}}");
    }

    private static Script batches() {
        return Script.of(
                "an insert of several documents",
                INDEX,
                "{insert: 'commits', documents: [{_id: 1, claims: ['a']}, {_id: 2, claims: ['a']}, {_id: 3, claims: ['c']}]"
                        + DURABLY,
                "{insert: 'commits', ordered: false, documents: [{_id: 1, claims: ['x']}, {_id: 4, claims: ['a']}, {_id: 5, claims:"
                        + " ['e']}]"
                        + DURABLY,
                "{insert: 'commits', documents: []" + DURABLY,
                "{insert: '', documents: [{_id: 1}]" + DURABLY,
                "{insert: 'commits', documents: [{_id: [1], claims: ['f']}]" + DURABLY,
                "{insert: 'commits', documents: [{_id: {a: 1}, claims: ['g']}]" + DURABLY,
                "{find: 'commits', sort: {_id: 1}}");
    }

    private static Script ranges() {
        return Script.of(
                "ranges, orders and limits over positions",
                "{insert: 'commits', documents: [{_id: 0}, {_id: {$numberLong: '2'}}, {_id: 5.0}, {_id: 7}, {_id: 9}, {_id: 'x'}]"
                        + DURABLY,
                "{find: 'commits', filter: {_id: {$gte: 2}}, sort: {_id: 1}}",
                "{find: 'commits', filter: {_id: {$gt: 2}}, sort: {_id: 1}, limit: 2}",
                "{find: 'commits', filter: {_id: {$lte: {$numberLong: '5'}}}, sort: {_id: -1}, limit: 1}",
                "{find: 'commits', filter: {_id: {$lt: 5.5}}, sort: {_id: -1}}",
                "{find: 'commits', filter: {_id: {$gt: 2, $lt: 9}}, sort: {_id: 1}, skip: 1}",
                "{find: 'commits', filter: {_id: {$gte: 9, $lt: 2}}}",
                "{find: 'commits', filter: {_id: {$in: [9, 'x', 4]}}, sort: {_id: 1}}",
                "{find: 'commits', filter: {$and: [{_id: {$gte: 2}}, {_id: {$lt: 7}}]}, sort: {_id: 1}}",
                "{find: 'commits', filter: {$or: [{_id: 0}, {_id: 'x'}]}, sort: {_id: -1}}",
                "{find: 'commits', filter: {_id: {$ne: 7}}, sort: {_id: 1}}",
                "{find: 'commits', filter: {_id: {$exists: true}}, sort: {_id: 1}, limit: 3}",
                "{find: 'commits', filter: {_id: {$gte: 'a'}}}",
                "{find: 'commits', limit: -1}",
                "{find: 'commits', skip: -1}",
                "{find: 'nowhere'}");
    }

    private static Script projections() {
        return Script.of(
                "parts of documents",
                insert("cases", "{_id: 1, a: {b: 1, c: [{d: 1, e: 2}, 3]}, f: null}"),
                "{find: 'cases', projection: {a: 1}}",
                "{find: 'cases', projection: {'a.b': 1, _id: 0}}",
                "{find: 'cases', projection: {'a.c.d': 1}}",
                "{find: 'cases', projection: {f: 0}}",
                "{find: 'cases', projection: {'a.c.e': 0, _id: 0}}",
                "{find: 'cases', projection: {_id: 0}}",
                "{find: 'cases', projection: {_id: 1}}",
                "{find: 'cases', projection: {missing: 1}}",
                "{find: 'cases', projection: {}}",
                "{find: 'cases', projection: {a: 1, f: 0}}");
    }

    private static Script cursors() {
        return Script.of(
                "answers in batches",
                "{insert: 'commits', documents: [{_id: 0}, {_id: 1}, {_id: 2}, {_id: 3}, {_id: 4}]" + DURABLY,
                "{find: 'commits', sort: {_id: 1}, batchSize: 2}",
                "{getMore: 0, collection: 'commits', batchSize: 2}",
                "{getMore: 0, collection: 'commits', batchSize: 2}",
                "{getMore: 0, collection: 'commits', batchSize: 2}",
                "{find: 'commits', sort: {_id: -1}, batchSize: 0}",
                "{getMore: 0, collection: 'commits'}",
                "{find: 'commits', sort: {_id: 1}, batchSize: 2, limit: 3}",
                "{getMore: 0, collection: 'commits', batchSize: 5}",
                "{find: 'commits', sort: {_id: 1}, batchSize: 2}",
                "{killCursors: 'commits', cursors: []}",
                "{killCursors: 'commits', cursors: []}",
                "{getMore: 0, collection: 'commits'}",
                "{find: 'commits', sort: {_id: 1}, batchSize: 5}",
                "{find: 'commits', sort: {_id: 1}, batchSize: 1, singleBatch: true}");
    }

    private static Script leases() {
        return Script.of(
                "a lease is taken, renewed, lost and released",
                insert("leases", "{_id: 'writer', holder: 'a', beat: {$numberLong: '1'}, released: false}"),
                insert("leases", "{_id: 'writer', holder: 'b', beat: {$numberLong: '1'}, released: false}"),
                update("leases", "{_id: 'writer', holder: 'a', released: false}", "{$inc: {beat: {$numberLong: '1'}}}"),
                update("leases", "{_id: 'writer', holder: 'b', released: false}", "{$inc: {beat: {$numberLong: '1'}}}"),
                update(
                        "leases",
                        "{$and: [{_id: 'writer'}, {holder: 'a'}, {beat: {$numberLong: '2'}}]}",
                        "{_id: 'writer', holder: 'b', beat: {$numberLong: '9'}, released: false}"),
                update(
                        "leases",
                        "{_id: 'writer', holder: 'a', beat: {$numberLong: '2'}}",
                        "{_id: 'writer', holder: 'a', beat: {$numberLong: '3'}, released: false}"),
                update("leases", "{_id: 'writer', holder: 'b'}", "{$inc: {beat: 1}, $set: {released: true}}"),
                update("leases", "{_id: 'writer', holder: 'b'}", "{$set: {_id: 'other'}}"),
                update("leases", "{_id: 'writer'}", "{_id: 'other', holder: 'b'}"),
                update("leases", "{_id: 'writer'}", "{$inc: {holder: 1}}"),
                "{find: 'leases', filter: {_id: 'writer'}, limit: 1}");
    }

    private static Script bookmarks() {
        String free = "$or: [{owner: null}, {owner: 'me'}, {touchedAt: {$lt: {$date: 5000}}}]";
        return Script.of(
                "bookmarks are placed, taken, moved and let go",
                insert(
                        "tokens",
                        "{_id: 'f/0', follower: 'f', part: 0, position: null, owner: null, touchedAt: {$date: 1000}}"),
                insert("tokens", "{_id: 'f/0', follower: 'f', part: 0}"),
                insert("tokens", "{_id: 'f/1', follower: 'f', part: 1, owner: 'you', touchedAt: {$date: 9000}}"),
                modify(
                        "{$and: [{_id: 'f/0'}, {" + free + "}]}",
                        "{$set: {owner: 'me', touchedAt: {$date: 2000}}}",
                        "new: true"),
                modify("{_id: 'f/1', " + free + "}", "{$set: {owner: 'me'}}", "new: true"),
                modify("{_id: 'f/0'}", "{$set: {position: {$numberLong: '7'}, replayedUpTo: null}}", "new: false"),
                modify("{_id: 'f/2'}", "{$set: {owner: 'me'}}", "new: true, upsert: true"),
                modify("{_id: 'f/3'}", "{$set: {owner: 'me'}, $setOnInsert: {part: 3}}", "upsert: true"),
                modify("{follower: 'f'}", "{$set: {seen: true}}", "sort: {part: -1}, new: true, fields: {part: 1}"),
                "{findAndModify: 'tokens', query: {_id: 'f/3'}, remove: true}",
                "{findAndModify: 'tokens', query: {_id: 'f/3'}, remove: true}",
                "{findAndModify: 'tokens', query: {_id: 'f/0'}, remove: true, update: {$set: {a: 1}}}",
                update("tokens", "{_id: 'f/0', owner: 'me'}", "{$set: {owner: null}}"),
                update("tokens", "{_id: 'f/0', owner: 'me'}", "{$set: {owner: null}}"),
                update("tokens", "{_id: 'f/0'}", "{$set: {owner: null}}"),
                "{find: 'tokens', filter: {follower: 'f', " + free + "}, sort: {part: 1}}",
                "{delete: 'tokens', deletes: [{q: {_id: 'f/0', owner: 'me'}, limit: 1}]" + DURABLY,
                "{delete: 'tokens', deletes: [{q: {_id: 'f/0', owner: null}, limit: 1}]" + DURABLY,
                "{update: 'tokens', updates: [{q: {_id: 'f/9'}, u: {$set: {a: 1}}, upsert: true}]" + DURABLY,
                "{update: 'tokens', updates: [{q: {}, u: {$set: {all: true}}, multi: true}]" + DURABLY,
                "{find: 'tokens', sort: {_id: 1}}");
    }

    private static Script erasures() {
        return Script.of(
                "disclosures are kept, found and erased",
                "{insert: 'disclosures', ordered: false, documents: [{_id: 'a', fields: [{path: 't', value: 'x'}]}, {_id: 'b', fields:"
                        + " []}]"
                        + DURABLY,
                "{insert: 'disclosures', ordered: false, documents: [{_id: 'b', fields: []}, {_id: 'c', fields: []}, {_id: 'a'}]"
                        + DURABLY,
                "{find: 'disclosures', filter: {_id: {$in: ['a', 'b', 'z']}}, sort: {_id: 1}}",
                update("disclosures", "{_id: 'a'}", "{fields: [], erased: true}"),
                update("disclosures", "{_id: 'z'}", "{fields: []}"),
                "{delete: 'disclosures', deletes: [{q: {_id: {$in: ['b', 'c']}}, limit: 0}]" + DURABLY,
                "{delete: 'disclosures', deletes: [{q: {_id: 'z'}, limit: 1}, {q: {_id: 'a'}, limit: 1}]" + DURABLY,
                "{delete: 'nowhere', deletes: [{q: {}, limit: 0}]" + DURABLY,
                "{count: 'disclosures'}");
    }

    private static Script counts() {
        return Script.of(
                "counts",
                "{insert: 'cases', documents: [{_id: 1, a: 1}, {_id: 2, a: 2}, {_id: 3, a: [1, 2]}, {_id: 4}]"
                        + DURABLY,
                "{count: 'cases'}",
                "{count: 'cases', query: {a: 1}}",
                "{count: 'cases', query: {a: {$exists: false}}}",
                "{count: 'cases', query: {}, limit: 2}",
                "{count: 'cases', query: {_id: {$gt: 1}}, skip: 1}",
                "{count: 'nowhere'}",
                "{aggregate: 'cases', pipeline: [{$match: {a: 2}}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}}",
                "{aggregate: 'cases', pipeline: [{$match: {a: 9}}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}}");
    }

    private static Script numbers() {
        return Script.of(
                "numbers of all kinds are one order",
                insert("commits", "{_id: 1}"),
                insert("commits", "{_id: {$numberLong: '1'}}"),
                insert("commits", "{_id: 1.0}"),
                insert("commits", "{_id: {$numberLong: '9007199254740993'}}"),
                insert("commits", "{_id: 9007199254740992.0}"),
                insert("commits", "{_id: {$numberLong: '9223372036854775807'}}"),
                insert("commits", "{_id: 9223372036854775808.0}"),
                insert("commits", "{_id: {$numberLong: '-9223372036854775808'}}"),
                insert("commits", "{_id: -9223372036854775808.0}"),
                insert("commits", "{_id: {$numberDouble: 'Infinity'}}"),
                insert("commits", "{_id: {$numberDouble: '-Infinity'}}"),
                insert("commits", "{_id: {$numberDouble: '-0.0'}}"),
                insert("commits", "{_id: 0}"),
                insert("commits", "{_id: 0.1}"),
                "{find: 'commits', sort: {_id: 1}}",
                "{find: 'commits', filter: {_id: {$gt: 0}}, sort: {_id: -1}}",
                "{find: 'commits', filter: {_id: {$gte: {$numberLong: '9007199254740993'}}}, sort: {_id: 1}}",
                "{find: 'commits', filter: {_id: {$lt: 9007199254740993}}, sort: {_id: 1}}");
    }

    private static Script types() {
        return Script.of(
                "every type in the order of types",
                insert("things", "{_id: 'text'}"),
                insert("things", "{_id: ''}"),
                insert("things", "{_id: 'te\\u0000xt'}"),
                insert("things", "{_id: 'Т'}"),
                insert("things", "{_id: {a: 1, b: 2}}"),
                insert("things", "{_id: {b: 2, a: 1}}"),
                insert("things", "{_id: {a: 1.0, b: {$numberLong: '2'}}}"),
                insert("things", "{_id: {}}"),
                insert("things", "{_id: {$binary: {base64: 'AQID', subType: '00'}}}"),
                insert("things", "{_id: {$binary: {base64: 'AAAAAAAAQACAAAAAAAAAAQ==', subType: '04'}}}"),
                insert("things", "{_id: {$oid: '0123456789abcdef01234567'}}"),
                insert("things", "{_id: true}"),
                insert("things", "{_id: false}"),
                insert("things", "{_id: {$date: 0}}"),
                insert("things", "{_id: {$date: -5}}"),
                insert("things", "{_id: {$timestamp: {t: 1, i: 2}}}"),
                insert("things", "{_id: null}"),
                insert("things", "{_id: null}"),
                insert("things", "{_id: {$minKey: 1}}"),
                insert("things", "{_id: {$maxKey: 1}}"),
                insert("things", "{_id: 3}"),
                "{find: 'things', sort: {_id: 1}}",
                "{find: 'things', filter: {_id: {$gt: 'a'}}, sort: {_id: 1}}",
                "{find: 'things', filter: {_id: {$gte: {$date: -5}}}, sort: {_id: 1}}",
                "{find: 'things', filter: {_id: {$gt: false}}}");
    }

    private static Script nothings() {
        return Script.of(
                "null and missing",
                insert("tokens", "{_id: 1, owner: null}"),
                insert("tokens", "{_id: 2}"),
                insert("tokens", "{_id: 3, owner: 'a'}"),
                insert("tokens", "{_id: 4, owner: []}"),
                insert("tokens", "{_id: 5, owner: [null]}"),
                insert("tokens", "{_id: 6, owner: {}}"),
                "{find: 'tokens', filter: {owner: null}, sort: {_id: 1}, projection: {_id: 1}}",
                "{find: 'tokens', filter: {owner: {$ne: null}}, sort: {_id: 1}, projection: {_id: 1}}",
                "{find: 'tokens', filter: {owner: {$exists: false}}, sort: {_id: 1}, projection: {_id: 1}}",
                "{find: 'tokens', filter: {owner: {$in: [null, 'a']}}, sort: {_id: 1}, projection: {_id: 1}}",
                "{find: 'tokens', filter: {owner: []}, projection: {_id: 1}}",
                "{find: 'tokens', sort: {owner: 1, _id: 1}, projection: {_id: 1}}");
    }

    private static Script unknown() {
        return Script.of(
                "commands that nobody knows",
                "{noSuchCommand: 1}",
                "{FIND: 'commits'}",
                "{Insert: 'commits', documents: [{_id: 1}]}",
                "{find: 1}",
                "{insert: 'commits'}",
                "{delete: 'commits', deletes: [{q: {}}]}",
                "{update: 'commits', updates: [{q: {}, u: {$nonsense: {a: 1}}}]}",
                "{find: 'commits', filter: {a: {$nonsense: 1}}}",
                "{drop: 'nowhere'}");
    }

    private static String insert(String collection, String document) {
        return "{insert: '%s', documents: [%s]".formatted(collection, document) + DURABLY;
    }

    private static String update(String collection, String filter, String change) {
        return "{update: '%s', updates: [{q: %s, u: %s}]".formatted(collection, filter, change) + DURABLY;
    }

    private static String modify(String filter, String change, String options) {
        return "{findAndModify: 'tokens', query: %s, update: %s, %s".formatted(filter, change, options) + DURABLY;
    }
}
