package org.openengagement.ledger.entry;

import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openengagement.ledger.events.Sealed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * Sealed fields between their two places: in a tree each stands at its path; in an entry they stand apart, under flat paths
 * such as {@code source.url}, and an object that held nothing else is left out.
 */
final class SealedFields {

    private SealedFields() {}

    /** Takes the sealed fields out of a tree, by path. */
    static SortedMap<String, Sealed<?>> lift(ObjectNode tree) {
        SortedMap<String, Sealed<?>> lifted = new TreeMap<>();
        lift(tree, "", lifted);
        return lifted;
    }

    private static void lift(ObjectNode object, String prefix, SortedMap<String, Sealed<?>> lifted) {
        for (Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            String path = prefix + member.getKey();
            if (member.getValue() instanceof POJONode embedded && embedded.getPojo() instanceof Sealed<?> field) {
                lifted.put(path, field);
                members.remove();
            } else if (member.getValue() instanceof ObjectNode inner && !inner.isEmpty()) {
                lift(inner, path + ".", lifted);
                if (inner.isEmpty()) {
                    members.remove();
                }
            }
        }
    }

    /**
     * Puts one value back at its path.
     *
     * @throws IllegalArgumentException if the path leads through something that is no object, or something stands there already
     */
    static void put(ObjectNode tree, String path, JsonNode value) {
        ObjectNode object = tree;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            object = inner(object, rest.substring(0, dot), path);
            rest = rest.substring(dot + 1);
        }
        if (rest.isEmpty() || object.has(rest)) {
            throw new IllegalArgumentException("A sealed field cannot stand at %s.".formatted(path));
        }
        object.set(rest, value);
    }

    private static ObjectNode inner(ObjectNode object, String name, String path) {
        JsonNode inner = object.get(name);
        if (inner == null && !name.isEmpty()) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            object.set(name, made);
            return made;
        }
        if (inner instanceof ObjectNode existing) {
            return existing;
        }
        throw new IllegalArgumentException("A sealed field cannot stand at %s.".formatted(path));
    }

    static JsonNode embedded(Sealed<String> field) {
        return JsonNodeFactory.instance.pojoNode(field);
    }
}
