package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which fields of a document are answered: those that are named, or all but those. */
final class Projection {

    private static final String ID = "_id";

    private final boolean includes;
    private final Map<String, Object> fields = new TreeMap<>();

    /** @throws MongoServerError if it asks for more than naming fields with 1 or 0 */
    Projection(Document projection) {
        Boolean named = null;
        for (String path : projection.keySet()) {
            Object value = projection.get(path);
            if (!(value instanceof Number) && !(value instanceof Boolean)) {
                throw refusal("A projection names fields with 1 or 0, not '%s'.".formatted(path));
            }
            boolean wanted = Utils.isTrue(value);
            if (!path.equals(ID) && named != null && named != wanted) {
                throw new MongoServerError(
                        wanted ? 31253 : 31254,
                        "A projection cannot both include and leave out: '%s'.".formatted(path));
            }
            named = path.equals(ID) ? named : (Boolean) wanted;
        }
        boolean wantsId = !projection.containsKey(ID) || Utils.isTrue(projection.get(ID));
        includes = named != null ? named : projection.containsKey(ID) && wantsId;
        for (String path : projection.keySet()) {
            if (!path.equals(ID)) {
                name(path);
            }
        }
        if (includes == wantsId) {
            fields.put(ID, true);
        }
    }

    Document of(Document document) {
        return includes ? only(document, fields) : without(document, fields);
    }

    @SuppressWarnings("unchecked") // the tree holds maps of its own kind, or true at its leaves
    private void name(String path) {
        Map<String, Object> level = fields;
        List<String> names = Utils.splitPath(path);
        for (String name : names.subList(0, names.size() - 1)) {
            Object next = level.computeIfAbsent(name, absent -> new TreeMap<String, Object>());
            if (!(next instanceof Map)) {
                throw refusal("A projection names both '%s' and a part of it.".formatted(path));
            }
            level = (Map<String, Object>) next;
        }
        if (level.put(names.getLast(), true) instanceof Map) {
            throw refusal("A projection names both '%s' and a part of it.".formatted(path));
        }
    }

    private static Document only(Document document, Map<?, ?> wanted) {
        Document result = new Document();
        document.forEach((name, value) -> {
            Object below = wanted.get(name);
            if (below instanceof Map<?, ?> parts) {
                if (value instanceof Document part) {
                    result.put(name, only(part, parts));
                } else if (value instanceof Collection<?> array) {
                    result.put(name, onlyOfEach(array, parts));
                }
            } else if (below != null) {
                result.put(name, value);
            }
        });
        return result;
    }

    private static List<Object> onlyOfEach(Collection<?> array, Map<?, ?> wanted) {
        List<Object> result = new ArrayList<>();
        for (Object each : array) {
            if (each instanceof Document document) {
                result.add(only(document, wanted));
            } else if (each instanceof Collection<?> inner) {
                result.add(onlyOfEach(inner, wanted));
            }
        }
        return result;
    }

    private static Document without(Document document, Map<?, ?> unwanted) {
        Document result = new Document();
        document.forEach((name, value) -> {
            Object below = unwanted.get(name);
            if (below == null) {
                result.put(name, value);
            } else if (below instanceof Map<?, ?> parts) {
                result.put(name, withoutOfEach(value, parts));
            }
        });
        return result;
    }

    private static @Nullable Object withoutOfEach(@Nullable Object value, Map<?, ?> unwanted) {
        if (value instanceof Document document) {
            return without(document, unwanted);
        }
        if (value instanceof Collection<?> array) {
            List<@Nullable Object> result = new ArrayList<>();
            array.forEach(each -> result.add(withoutOfEach(each, unwanted)));
            return result;
        }
        return value;
    }

    private static MongoServerError refusal(String sentence) {
        return new MongoServerError(31253, sentence);
    }
}
