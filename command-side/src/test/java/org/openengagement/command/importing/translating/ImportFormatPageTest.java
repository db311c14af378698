package org.openengagement.command.importing.translating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.identifying.CaseHistory;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.identifying.LineIdentifier;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.IntoARealLedger;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.response.ResponseKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The page docs/import-format.md says what the verbs take, and its examples are imported. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportFormatPageTest extends IntoARealLedger {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAGE = Path.of("../docs/import-format.md");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern BOLD = Pattern.compile("\\*\\*`(\\w+)`\\*\\*");
    private static final Pattern EXAMPLES = Pattern.compile("```jsonl\n(.*?)```", Pattern.DOTALL);

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.of(
            "InstitutionRegistered.kind", InstitutionKind.class,
            "LegalBasisEnacted.unit", DayUnit.class,
            "ProposalSubmitted.kind", ProposalKind.class,
            "ProposalSubmitted.channel", Channel.class,
            "ProposalRejected.code", RejectionCode.class,
            "ReferralIssued.purpose", ReferralPurpose.class,
            "ResponsePublished.kind", ResponseKind.class,
            "ResponseCorrected.kind", ResponseKind.class,
            "CaseClosed.reason", CloseReason.class);

    private final Identities identities = new Identities(LocalSecret.of(new byte[32]));
    private final String page = read();

    /** A case in which every id of a source has the number 1, and whose referral is answered. */
    private final CaseHistory numbered = new CaseHistory() {

        @Override
        public CaseState state(String caseId) {
            return new CaseState(
                    null,
                    false,
                    CaseState.NONE.facts(),
                    List.of(),
                    List.of(new ResponseState("1", "1", ResponseKind.ACCEPTED, false)),
                    null);
        }

        @Override
        public boolean holds(String claim) {
            return false;
        }

        @Override
        public @Nullable String numbered(String claim, String caseId) {
            return claim.equals(identities.goesOn(caseId, "1")) ? null : "1";
        }
    };

    @Test
    void the_examples_are_imported() throws IOException {
        ImportReport report = run(examples());

        assertThat(report.newlyRefused()).isEmpty();
        assertThat(report.accepted()).isEqualTo(examples().lines().count());
        assertThat(run(examples()).accepted()).isZero();
    }

    @Test
    void each_imported_type_has_its_row_with_the_fields_that_its_verb_takes() {
        Map<String, List<String>> rows = rows("## Types that are imported");
        Map<String, Verb> imported = imported();

        assertThat(rows.keySet()).containsAll(imported.keySet());
        imported.forEach((type, verb) -> {
            List<String> row = Objects.requireNonNull(rows.get(type), type);
            String data = row.get(2).replaceAll("\\([^)]*\\)|\\[[^]]*]|\\{[^}]*}", "");
            assertThat(words(CODE, data)).as("fields of %s", type).isEqualTo(new TreeSet<>(verb.fields()));
            assertThat(words(CODE, row.get(3)))
                    .as("ignored in %s", type)
                    .isEqualTo(new TreeSet<>(verb.ignoredFields()));
        });
    }

    /** Every example is taken, and refused without a field that the page calls required. */
    @Test
    void what_the_page_calls_required_is_what_a_line_cannot_be_without() throws IOException {
        Map<String, List<String>> rows = rows("## Types that are imported");
        Map<String, Set<String>> required = new HashMap<>();
        Map<String, Set<String>> optional = new HashMap<>();
        for (String example : examples().lines().toList()) {
            ObjectNode line = (ObjectNode) JSON.readTree(example);
            String type = line.get("type").asString();
            assertThat(isTaken(line)).as(example).isTrue();
            for (String key : List.of("case", "referral")) {
                sort(line, line, key, "says ", type, required, optional);
            }
            if (line.get("data") instanceof ObjectNode data) {
                for (String field : List.copyOf(data.propertyNames())) {
                    sort(line, data, field, "", type, required, optional);
                }
            }
        }

        imported().keySet().forEach(type -> {
            List<String> row = Objects.requireNonNull(rows.get(type), type);
            Set<String> bold = words(BOLD, row.get(2));
            words(CODE, row.get(1)).forEach(key -> bold.add("says " + key));
            assertThat(bold).as("required in %s", type).isEqualTo(new TreeSet<>(required.getOrDefault(type, Set.of())));
            assertThat(optional.getOrDefault(type, Set.of())).doesNotContainAnyElementsOf(bold);
        });
    }

    @Test
    void the_words_of_each_field_are_those_of_its_enumeration() {
        Map<String, Set<String>> told = new HashMap<>();
        page.lines()
                .filter(line -> line.startsWith("| `") && line.contains("."))
                .forEach(line -> {
                    String[] cells = line.split("\\|");
                    Pattern.compile("`(\\w+\\.\\w+)`")
                            .matcher(cells[1])
                            .results()
                            .forEach(field -> told.put(field.group(1), words(CODE, cells[2])));
                });

        assertThat(told.keySet()).isEqualTo(WORDS.keySet());
        WORDS.forEach((field, type) -> assertThat(told.get(field))
                .as(field)
                .isEqualTo(Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void the_skipped_and_the_refused_are_those_of_the_code() {
        assertThat(words(CODE, section("## Types that are skipped")))
                .isEqualTo(Stream.concat(types(MadeAnew.class), LaterWords.SKIPPED.stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(words(CODE, section("## Types that are refused")))
                .isEqualTo(Stream.concat(types(NotTakenYet.class), LaterWords.REFUSED.stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void sort(
            ObjectNode line,
            ObjectNode from,
            String field,
            String shown,
            String type,
            Map<String, Set<String>> required,
            Map<String, Set<String>> optional)
            throws IOException {
        Optional<JsonNode> value = Optional.ofNullable(from.get(field));
        if (value.isPresent()) {
            from.remove(field);
            (isTaken(line) ? optional : required)
                    .computeIfAbsent(type, each -> new TreeSet<>())
                    .add(shown + field);
            from.set(field, value.get());
        }
    }

    private boolean isTaken(ObjectNode line) throws IOException {
        ObjectNode alone = line.deepCopy().put("v", Formats.OWN);
        try (LineReader reader = LineReader.of(
                new ByteArrayInputStream(JSON.writeValueAsString(alone).getBytes(UTF_8)))) {
            ImportLine told = Formats.named(Formats.OWN, ZoneOffset.UTC, null)
                    .orElseThrow()
                    .linesOf(Objects.requireNonNull(reader.next()))
                    .getFirst();
            Verbs.requireTaken(told);
            switch (Verbs.of(told)) {
                case RegisterVerb verb -> verb.command(told.data());
                case CaseVerb verb -> {
                    CaseLine ofCase = new CaseLine(
                            new LineIdentifier(identities).of(told),
                            new CaseMemory(numbered, identities),
                            identities,
                            false);
                    verb.command(ofCase);
                    verb.claims(ofCase);
                }
                case MadeAnew verb -> throw Verbs.notTakenYet(told);
                case NotTakenYet verb -> throw Verbs.notTakenYet(told);
            }
            return true;
        } catch (LineRefusedException | Refusal refused) {
            return false;
        }
    }

    private String examples() {
        return EXAMPLES.matcher(page).results().map(match -> match.group(1)).collect(Collectors.joining());
    }

    private String section(String heading) {
        String after = page.substring(page.indexOf(heading) + heading.length());
        return after.substring(0, after.indexOf("\n## "));
    }

    /** The rows of a section by the type in their first cell, the other cells after it. */
    private Map<String, List<String>> rows(String heading) {
        Map<String, List<String>> rows = new HashMap<>();
        section(heading).lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells = new ArrayList<>(
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
            cells.removeFirst();
            rows.putIfAbsent(cells.getFirst().replace("`", ""), cells);
        });
        return rows;
    }

    private static Map<String, Verb> imported() {
        return Verbs.all().stream()
                .filter(verb -> verb instanceof CaseVerb || verb instanceof RegisterVerb)
                .collect(Collectors.toMap(Verb::type, verb -> verb));
    }

    private static Stream<String> types(Class<? extends Verb> kind) {
        return Verbs.all().stream().filter(kind::isInstance).map(Verb::type);
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
