package org.openengagement.ledger.entry;

import java.util.Map;
import java.util.function.BiPredicate;
import org.openengagement.ledger.events.Audience;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an entry says about its event, as stored, with those sealed fields opened that may be shown. */
public final class EntryData {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private EntryData() {}

    /**
     * The members of {@code data}: an opened value that may be shown stands at its path; of every other sealed field the digest
     * stays under {@code sealed}.
     *
     * @param recorded the event; only what was opened when it was read can be shown
     * @param mayBeShown whether a field may be shown, by its path and audience
     * @return maps, lists, strings, booleans and whole numbers
     */
    public static Map<String, Object> shown(RecordedEvent recorded, BiPredicate<String, Audience> mayBeShown) {
        if (!(ParsedEntry.tree(recorded.entry()).get(EntryMembers.DATA) instanceof ObjectNode data)) {
            throw new IllegalArgumentException("Entry %d has no data.".formatted(recorded.position()));
        }
        if (data.get(EntryMembers.SEALED) instanceof ObjectNode sealed) {
            recorded.opened().forEach((path, field) -> {
                if (sealed.has(path) && mayBeShown.test(path, field.audience())) {
                    sealed.remove(path);
                    SealedFields.put(data, path, JsonNodeFactory.instance.stringNode(field.value()));
                }
            });
            if (sealed.isEmpty()) {
                data.remove(EntryMembers.SEALED);
            }
        }
        return PLAIN.convertValue(data, MEMBERS);
    }
}
