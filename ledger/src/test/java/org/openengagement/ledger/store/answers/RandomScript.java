package org.openengagement.ledger.store.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Commands at random over few values and few fields, so that they meet: also such as nobody should ask. */
final class RandomScript {

    private static final List<String> FIELDS = List.of("_id", "a", "b", "a.c", "claims");

    private final Random random;

    private RandomScript(Random random) {
        this.random = random;
    }

    static Script of(Random random, int commands) {
        RandomScript script = new RandomScript(random);
        BsonDocument index = BsonDocument.parse(
                "{createIndexes: 'things', indexes: [{key: {claims: 1}, name: 'claims', unique: true}, {key: {a: 1, b: -1}, name:"
                        + " 'ab'}]}");
        return new Script(
                "random",
                Stream.concat(
                                Stream.of(index).filter(each -> random.nextBoolean()),
                                IntStream.range(0, commands).mapToObj(each -> script.command()))
                        .toList());
    }

    private BsonDocument command() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                command("insert")
                        .append("documents", array(1 + random.nextInt(3), this::document))
                        .append("ordered", BsonBoolean.valueOf(random.nextInt(4) > 0));
            case 4 ->
                command("update")
                        .append(
                                "updates",
                                array(
                                        1,
                                        () -> new BsonDocument("q", one())
                                                .append("u", change())
                                                .append("upsert", BsonBoolean.valueOf(random.nextInt(4) == 0))));
            case 5 ->
                command("findAndModify")
                        .append("query", random.nextBoolean() ? one() : filter())
                        .append("update", change())
                        .append("sort", sort().append("_id", new BsonInt32(1)))
                        .append("new", BsonBoolean.valueOf(random.nextBoolean()));
            case 6 ->
                command("delete")
                        .append(
                                "deletes",
                                array(
                                        1,
                                        () -> new BsonDocument("q", new BsonDocument("_id", value(2)))
                                                .append("limit", new BsonInt32(random.nextInt(2)))));
            case 7 -> command("count").append("query", filter());
            default ->
                command("find")
                        .append("filter", filter())
                        .append("sort", sort().append("_id", new BsonInt32(1)))
                        .append("limit", new BsonInt32(random.nextInt(4)));
        };
    }

    private static BsonDocument command(String name) {
        return new BsonDocument(name, new BsonString("things"));
    }

    private BsonDocument document() {
        BsonDocument document = new BsonDocument("_id", value(1));
        if (random.nextInt(4) > 0) {
            document.append("a", value(3));
        }
        if (random.nextBoolean()) {
            document.append("b", value(3));
        }
        return document.append("claims", array(1 + random.nextInt(2), () -> new BsonInt32(random.nextInt(30))));
    }

    /** At most one document, since two servers may begin with another of several. */
    private BsonDocument one() {
        BsonDocument filter = filter();
        filter.put("_id", value(1));
        return filter;
    }

    private BsonDocument filter() {
        BsonDocument filter = new BsonDocument();
        for (int conditions = random.nextInt(3); conditions > 0; conditions--) {
            filter.append(FIELDS.get(random.nextInt(FIELDS.size())), condition());
        }
        if (random.nextInt(5) == 0) {
            List<String> junctions = List.of("$and", "$or", "$nor");
            filter.append(junctions.get(random.nextInt(3)), array(1 + random.nextInt(2), this::filter));
        }
        return filter;
    }

    private BsonValue condition() {
        return switch (random.nextInt(7)) {
            case 0 -> new BsonDocument("$in", array(random.nextInt(3), () -> value(3)));
            case 1 -> new BsonDocument("$gte", value(2)).append("$lt", value(2));
            case 2 -> new BsonDocument(List.of("$gt", "$gte", "$lt", "$lte").get(random.nextInt(4)), value(3));
            case 3 -> new BsonDocument(List.of("$ne", "$eq").get(random.nextInt(2)), value(3));
            case 4 -> new BsonDocument("$exists", BsonBoolean.valueOf(random.nextBoolean()));
            default -> value(3);
        };
    }

    private BsonDocument change() {
        return switch (random.nextInt(6)) {
            case 0 -> new BsonDocument("$inc", new BsonDocument("b", value(2)));
            case 1 -> new BsonDocument("$unset", new BsonDocument("a", new BsonString("")));
            case 2 -> new BsonDocument("b", value(3));
            case 3 -> new BsonDocument("$setOnInsert", new BsonDocument("b", value(2)));
            default -> new BsonDocument("$set", new BsonDocument(random.nextBoolean() ? "a" : "b", value(3)));
        };
    }

    private BsonDocument sort() {
        return random.nextBoolean()
                ? new BsonDocument()
                : new BsonDocument(random.nextBoolean() ? "a" : "b", new BsonInt32(random.nextBoolean() ? 1 : -1));
    }

    /** Plain ones, then the odder ones, then those with parts. */
    private BsonValue value(int kinds) {
        int number = random.nextInt(4);
        return switch (random.nextInt(kinds == 1 ? 4 : kinds == 2 ? 8 : 11)) {
            case 0 -> new BsonInt32(number);
            case 1 -> new BsonInt64(number);
            case 2 -> new BsonDouble(number + (random.nextBoolean() ? 0.5 : 0));
            case 3 -> new BsonString("text" + number);
            case 4 -> BsonNull.VALUE;
            case 5 -> BsonBoolean.valueOf(number > 1);
            case 6 -> new BsonDateTime(number);
            case 7 ->
                random.nextInt(4) > 0 ? new BsonInt32(-number) : new BsonDecimal128(Decimal128.parse(number + ".0"));
            case 8 -> new BsonDocument("c", value(2));
            case 9 -> array(random.nextInt(3), () -> value(2));
            default -> array(1, () -> new BsonDocument("c", value(2)));
        };
    }

    private static BsonArray array(int size, Supplier<? extends BsonValue> values) {
        List<BsonValue> all = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            all.add(values.get());
        }
        return new BsonArray(all);
    }
}
