package org.openengagement.deployment.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.Node;
import tools.jackson.databind.JsonNode;

/** What a query-side node answers to every kind of question, once it has read the whole ledger. */
final class ReadModels {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 100;
    private static final int HISTORIES = 60;

    private static final String REACHED = "query R($last: Position) { ledger(minPosition: $last) { size } }";
    private static final String FIGURES = """
            { responseTimes(groupBy: [INSTITUTION]) { definitionVersion
                groups { key { value label } referrals answered open openOverdue declined medianDays oldestOpenDays
                    onTime { n hits value low high } rankable } } }""";
    private static final String WHOLE_LIST = """
            query L($after: String) { proposals(first: %d, after: $after, orderBy: {field: LAST_CHANGED, direction: ASC}) {
                totalCount pageInfo { hasNextPage endCursor }
                edges { node { reference title stage topics referrals { id outcome responses { kind text } } } } } }""".formatted(PAGE);
    private static final String SEARCH = """
            query S($words: String) { proposals(first: 50, filter: {search: $words}, orderBy: {field: SUBMITTED, direction: ASC}) {
                totalCount edges { node { reference } } } }""";
    private static final String NEWEST_ENTRIES = """
            { entries(last: 100) { totalCount edges { node { position type recordedAt } } } }""";
    private static final String ENTRIES_OF_A_TYPE = """
            query T($type: String!) { entries(filter: {type: [$type]}, last: 100) { totalCount edges { node { position } } } }""";
    private static final String HISTORY = """
            query H($reference: ID!) { proposal(reference: $reference) { stage title text
                history(first: 50) { totalCount edges { node { position type effectiveOn recordedAt } } } } }""";

    private final GraphQl graphQl;
    private final long lastPosition;
    private final List<String> references;
    private final Set<String> types;

    /**
     * @param references the cases that the ledger holds
     * @param types what entries of it there are
     * @param seed picks those whose history is asked for
     */
    ReadModels(GraphQl graphQl, long lastPosition, List<String> references, Set<String> types, long seed) {
        this.types = Set.copyOf(types);
        this.graphQl = graphQl;
        this.lastPosition = lastPosition;
        List<String> picked = new ArrayList<>(references);
        Collections.shuffle(picked, new Random(seed));
        this.references = List.copyOf(picked.subList(0, Math.min(HISTORIES, picked.size())));
    }

    /** The answers of a node by question. */
    Map<String, JsonNode> answersOf(Node node) {
        AtomicReference<@Nullable JsonNode> said = new AtomicReference<>();
        Await.until(
                () -> "%s has read the ledger up to %d; it says %s".formatted(node.name(), lastPosition, said.get()),
                () -> {
                    said.set(tried(node, REACHED, Map.of("last", lastPosition)));
                    JsonNode answer = said.get();
                    return answer != null && answer.hasNonNull("data");
                });
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        answers.put("figures", ask(node, FIGURES, Map.of()));
        answers.put("newest entries", ask(node, NEWEST_ENTRIES, Map.of()));
        for (String type : types) {
            // By the index, to which each entry is added once: a case tells all of its own that came before its last.
            answers.put(entriesOf(type), ask(node, ENTRIES_OF_A_TYPE, Map.of("type", type)));
        }
        for (String words : List.of("lamp", "bridge school", "water client", "nowhere")) {
            answers.put("search for " + words, ask(node, SEARCH, Map.of("words", words)));
        }
        for (String reference : references) {
            answers.put("history of " + reference, ask(node, HISTORY, Map.of("reference", reference)));
        }
        String after = "";
        for (int page = 1; page == 1 || !after.isEmpty(); page++) {
            JsonNode list = ask(node, WHOLE_LIST, after.isEmpty() ? Map.of() : Map.of("after", after))
                    .get("proposals");
            answers.put("total count", list.get("totalCount"));
            answers.put("page %d of all cases".formatted(page), list.get("edges"));
            after = list.at("/pageInfo/hasNextPage").asBoolean()
                    ? list.at("/pageInfo/endCursor").asString()
                    : "";
        }
        return answers;
    }

    /** The question for the entries of a type. */
    static String entriesOf(String type) {
        return "entries of " + type;
    }

    private JsonNode ask(Node node, String question, Map<String, ?> variables) {
        @Nullable JsonNode answer = tried(node, question, variables);
        if (answer == null || answer.has("errors")) {
            throw new AssertionError("%s answers %s with %s".formatted(node.name(), question, answer));
        }
        return answer.get("data");
    }

    private @Nullable JsonNode tried(Node node, String question, Map<String, ?> variables) {
        try {
            return graphQl.send(node.address(), question, variables, null, PATIENCE)
                    .body();
        } catch (IOException notNow) {
            return null;
        }
    }
}
