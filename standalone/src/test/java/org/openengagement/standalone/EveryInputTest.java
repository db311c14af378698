package org.openengagement.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.keys.Keys;
import org.openengagement.command.security.TokenIssuer;
import org.openengagement.command.slices.DeclaredSlice;
import org.openengagement.command.slices.DeclaredSlices;
import org.openengagement.ledger.events.Role;
import tools.jackson.databind.JsonNode;

/** Walks over every query, mutation and input that the contract describes, as a program does that never read its words. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryInputTest {

    private static final List<Role> GIVEN =
            List.of(Role.OPERATOR, Role.COORDINATOR, Role.OFFICER, Role.PRIVACY_OFFICER, Role.ADMIN);

    private static ServedLedger ledger;
    private static Map<String, JsonNode> types;
    private static String reference;

    @BeforeAll
    static void a_village(@TempDir Path directory) {
        ledger = ServedLedger.in(directory);
        Village.bringIn(ledger.running());
        ledger.untilReached();
        reference = Village.referenceOfTheLamp(ledger);
        types = ledger.ask("""
                        { __schema { types { name kind enumValues { name } fields { name type { ...T } args { name type { ...T } } }
                          inputFields { name type { ...T } } } } }
                        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
                        """)
                .at("/__schema/types")
                .valueStream()
                .collect(toMap(type -> type.get("name").asString(), Function.identity()));
    }

    @AfterAll
    static void end() {
        ledger.close();
    }

    @Test
    void an_explicit_null_where_the_contract_allows_one_is_never_an_inner_error() {
        String token = token(GIVEN);
        List<String> asked = new ArrayList<>();
        for (String root : List.of("Query", "Mutation")) {
            for (JsonNode field : type(root).get("fields")) {
                Map<String, @Nullable Object> whole = whole(field.get("args"));
                for (List<String> spot : nullable(field.get("args"))) {
                    JsonNode answer = send(root, field, with(whole, spot, null), token);
                    String request = field.get("name").asString() + " with " + String.join(".", spot) + " null";
                    assertThat(answer.path("errors").valueStream())
                            .as("%s%n%s", request, answer.toPrettyString())
                            .noneMatch(error ->
                                    error.at("/extensions/code").asString("").startsWith("INTERNAL")
                                            || error.at("/extensions/classification")
                                                    .asString("")
                                                    .startsWith("INTERNAL"));
                    asked.add(request);
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(80).contains("enactLegalBasis with input.maxExtensionDays null");
    }

    @Test
    void what_is_null_counts_as_left_out() {
        JsonNode enacted = ledger.send(
                "mutation($i: LegalBasisInput!) { enactLegalBasis(input: $i) { position userErrors { message } } }",
                Map.of("i", with(sample("LegalBasisInput", "code", "left-out"), List.of("maxExtensionDays"), null)),
                token(GIVEN));

        assertThat(enacted.at("/data/enactLegalBasis/position").isNumber())
                .as(enacted.toPrettyString())
                .isTrue();
    }

    @Test
    void each_mutation_is_open_to_the_roles_that_its_slice_declares_and_to_no_others() {
        Map<String, Set<@Nullable String>> open = new LinkedHashMap<>();
        for (JsonNode mutation : type("Mutation").get("fields")) {
            Set<@Nullable String> let = new HashSet<>();
            for (@Nullable
            Role role : Stream.concat(Stream.of((Role) null), GIVEN.stream()).toList()) {
                JsonNode answer = send(
                        "Mutation", mutation, whole(mutation.get("args")), role == null ? null : token(List.of(role)));
                Set<String> codes = new TreeSet<>();
                answer.path("errors")
                        .valueStream()
                        .forEach(error -> codes.add(error.at("/extensions/code").asString("")));
                if (!codes.contains("FORBIDDEN") && !codes.contains("UNAUTHENTICATED")) {
                    let.add(role == null ? null : role.name());
                }
            }
            open.put(mutation.get("name").asString(), let);
        }
        assertThat(open).isEqualTo(declared());
    }

    /** The roles of each mutation as its slice declares them, which {@code docs/slices.md} shows; nobody is {@code null}. */
    private static Map<String, Set<@Nullable String>> declared() {
        Map<String, Set<@Nullable String>> declared = new LinkedHashMap<>();
        for (DeclaredSlice slice : DeclaredSlices.ofTheCommandSide().all()) {
            if (!slice.mutation().isEmpty()) {
                Set<@Nullable String> roles = new HashSet<>();
                slice.roles().forEach(role -> roles.add(role == Role.CITIZEN ? null : role.name()));
                declared.put(slice.mutation(), roles);
            }
        }
        return declared;
    }

    private static JsonNode send(
            String root, JsonNode field, Map<String, @Nullable Object> arguments, @Nullable String token) {
        StringBuilder declared = new StringBuilder();
        StringBuilder given = new StringBuilder();
        for (JsonNode argument : field.get("args")) {
            String name = argument.get("name").asString();
            declared.append(" $").append(name).append(": ").append(written(argument.get("type")));
            given.append(' ').append(name).append(": $").append(name);
        }
        String selection = List.of("SCALAR", "ENUM")
                        .contains(bare(field.get("type")).get("kind").asString())
                ? ""
                : " { __typename }";
        String brackets = field.get("args").isEmpty() ? "" : "(" + given + ")";
        return ledger.send(
                "%s%s { %s%s%s }"
                        .formatted(
                                root.equals("Query") ? "query" : "mutation",
                                declared.isEmpty() ? "" : "(" + declared + ")",
                                field.get("name").asString(),
                                brackets,
                                selection),
                arguments,
                token);
    }

    /** Every argument with every member of it. */
    private static Map<String, @Nullable Object> whole(JsonNode members) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        for (JsonNode member : members) {
            String name = member.get("name").asString();
            whole.put(name, value(name, member.get("type")));
        }
        // A page is asked for from the front or from the back.
        if (whole.containsKey("last")) {
            whole.remove("last");
            whole.remove("before");
        }
        whole.remove("after");
        return whole;
    }

    private static @Nullable Object value(String name, JsonNode type) {
        JsonNode plain = type.get("kind").asString().equals("NON_NULL") ? type.get("ofType") : type;
        String of = plain.get("name").asString("");
        return switch (plain.get("kind").asString()) {
            case "LIST" -> List.of(value(name, plain.get("ofType")));
            case "ENUM" -> type(of).at("/enumValues/0/name").asString();
            case "INPUT_OBJECT" -> of.equals("AsOf") ? Map.of("position", 3) : whole(type(of).get("inputFields"));
            default -> scalar(name, of);
        };
    }

    private static Object scalar(String name, String type) {
        return switch (name) {
            case "idempotencyKey" -> UUID.randomUUID().toString();
            case "reference" -> reference;
            case "referral" -> reference + ".r1";
            case "response" -> reference + ".a1";
            case "institution", "slug", "parent" -> "lipovo";
            case "latitude", "longitude" -> "41.5";
            case "language" -> "en";
            default ->
                switch (type) {
                    case "Boolean" -> false;
                    case "Int", "Position" -> 1;
                    case "Date" -> "2025-03-05";
                    case "DateTime" -> "2025-03-05T10:00:00Z";
                    default -> "words";
                };
        };
    }

    /** The paths of all members, however deep, that may be null. */
    private static List<List<String>> nullable(JsonNode members) {
        List<List<String>> spots = new ArrayList<>();
        for (JsonNode member : members) {
            String name = member.get("name").asString();
            if (!member.at("/type/kind").asString().equals("NON_NULL")) {
                spots.add(List.of(name));
            }
            JsonNode plain = bare(member.get("type"));
            if (plain.get("kind").asString().equals("INPUT_OBJECT") && !isList(member.get("type"))) {
                nullable(type(plain.get("name").asString()).get("inputFields"))
                        .forEach(deeper -> spots.add(
                                Stream.concat(Stream.of(name), deeper.stream()).toList()));
            }
        }
        return spots;
    }

    @SuppressWarnings("unchecked") // the maps are those of whole
    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> whole, List<String> spot, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(whole);
        changed.put(
                spot.getFirst(),
                spot.size() == 1
                        ? value
                        : with(
                                (Map<String, @Nullable Object>) Objects.requireNonNull(changed.get(spot.getFirst())),
                                spot.subList(1, spot.size()),
                                value));
        if (changed.containsKey("idempotencyKey")) {
            changed.put("idempotencyKey", UUID.randomUUID().toString());
        }
        return changed;
    }

    private static Map<String, @Nullable Object> sample(String type, String member, String value) {
        Map<String, @Nullable Object> sample = whole(type(type).get("inputFields"));
        sample.put(member, value);
        sample.remove("calendar");
        return sample;
    }

    private static JsonNode type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    private static JsonNode bare(JsonNode type) {
        return type.path("ofType").isObject() ? bare(type.get("ofType")) : type;
    }

    private static boolean isList(JsonNode type) {
        return type.get("kind").asString().equals("LIST")
                || (type.get("kind").asString().equals("NON_NULL")
                        && type.at("/ofType/kind").asString().equals("LIST"));
    }

    private static String written(JsonNode type) {
        return switch (type.get("kind").asString()) {
            case "NON_NULL" -> written(type.get("ofType")) + "!";
            case "LIST" -> "[" + written(type.get("ofType")) + "]";
            default -> type.get("name").asString();
        };
    }

    private static String token(List<Role> roles) {
        return TokenIssuer.in(ledger.running().part(Keys.class).directory(), Clock.systemUTC())
                .issue("somebody", roles, "lipovo", Duration.ofDays(1));
    }
}
