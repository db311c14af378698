package org.openengagement.command.importing.translating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.EventType;
import org.openengagement.ledger.entry.EventTypes;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerbsTest {

    private static final Collection<EventType> EVENTS = EventTypes.ofTheLedger().all();

    @Test
    void every_event_of_the_ledger_has_one_verb() {
        List<String> withVerb =
                Verbs.all().stream().map(verb -> verb.event().getName()).toList();

        assertThat(withVerb)
                .as(
                        "an import must say what it does with each event. Give a new one a verb in the file of its family"
                                + " (importing.translating, such as ReferralVerbs): its fields and its command, or MadeAnew"
                                + " where the ledger records it by itself, or NotTakenYet. Then add it to docs/import-format.md")
                .containsExactlyInAnyOrderElementsOf(EVENTS.stream()
                        .map(event -> event.eventClass().getName())
                        .toList());
    }

    @Test
    void a_verb_is_found_by_the_name_of_its_event() {
        assertThat(Verbs.all())
                .allSatisfy(verb -> assertThat(Verbs.named(verb.type())).contains(verb));
    }

    @Test
    void a_word_without_an_event_is_no_event_of_the_ledger() {
        List<String> names = EVENTS.stream().map(EventType::name).toList();

        assertThat(Stream.of(LaterWords.SKIPPED, LaterWords.REFUSED).flatMap(Set::stream))
                .as("LaterWords holds words for which the ledger has no event. Where one has come, its verb says what"
                        + " an import does with it: take the word out of LaterWords")
                .doesNotContainAnyElementsOf(names)
                .doesNotHaveDuplicates();
    }

    @Test
    void no_field_is_both_taken_and_ignored() {
        assertThat(Verbs.all())
                .allSatisfy(verb -> assertThat(Collections.disjoint(verb.fields(), verb.ignoredFields()))
                        .isTrue());
    }
}
