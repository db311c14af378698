package org.openengagement.command.importing.snapshots;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One petition, made up, as its source would have shown it one time after another; each derived from the last. */
public final class PetitionSnapshots {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ANSWER = Set.of("government_response_at", "government_response", "_derived");
    private static final Set<String> DEBATE = Set.of("debate_outcome_at", "debate");
    private static final Set<String> THRESHOLDS =
            Set.of("response_threshold_reached_at", "debate_threshold_reached_at", "scheduled_debate_date");

    private PetitionSnapshots() {}

    /** Open, waiting for an answer, signed more, answered, waiting for a debate, debated, closed, archived. */
    public static List<String> all(int id) {
        return List.of(
                at("2020-01-20", id, 5_000, Set.of("closed_at"), ANSWER, DEBATE, THRESHOLDS),
                at("2020-02-03", id, 12_000, Set.of("closed_at", "debate_threshold_reached_at"), ANSWER, DEBATE),
                at("2020-02-20", id, 40_000, Set.of("closed_at", "debate_threshold_reached_at"), ANSWER, DEBATE),
                at("2020-03-10", id, 80_000, Set.of("closed_at", "debate_threshold_reached_at"), DEBATE),
                at("2020-04-10", id, 110_000, Set.of("closed_at"), DEBATE),
                at("2020-06-20", id, 140_000, Set.of("closed_at")),
                at("2020-07-20", id, 150_321, Set.of()),
                at("2021-01-05", id, 150_321));
    }

    @SafeVarargs
    private static String at(String day, int id, int signatures, Set<String>... withoutThem) {
        ObjectNode petition = archived();
        petition.put("id", id).put("signature_count", signatures).put("updated_at", day + "T12:00:00.000Z");
        for (Set<String> without : withoutThem) {
            petition.put("type", "petition");
            petition.putObject("links").put("self", "https://petition.parliament.uk/petitions/%d.json".formatted(id));
            without.forEach(petition::putNull);
        }
        petition.put("state", petition.get("closed_at").isNull() ? "open" : "closed");
        return JSON.writeValueAsString(petition) + "\n";
    }

    private static ObjectNode archived() {
        try (InputStream file = PetitionSnapshots.class.getResourceAsStream("/petitions/archived.json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
