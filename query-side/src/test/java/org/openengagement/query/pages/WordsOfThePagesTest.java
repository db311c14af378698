package org.openengagement.query.pages;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.EventType;
import org.openengagement.ledger.entry.EventTypes;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsOfThePagesTest {

    private static final String PAGE = "/static/pages/words.js";
    private static final Pattern SENTENCES = Pattern.compile("const SENTENCES = \\{\n(.*?)\n};", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^  ([A-Za-z]+):", Pattern.MULTILINE);

    @Test
    void each_event_of_the_vocabulary_has_a_sentence_on_the_pages_and_nothing_else_has() throws IOException {
        Set<String> events =
                EventTypes.ofTheLedger().all().stream().map(EventType::name).collect(toSet());

        assertThat(namesWithASentence())
                .as(
                        "the names in SENTENCES of %s: add a sentence for a new event, take out that of one that is gone",
                        PAGE)
                .containsExactlyInAnyOrderElementsOf(events);
    }

    private static Set<String> namesWithASentence() throws IOException {
        try (InputStream words = WordsOfThePagesTest.class.getResourceAsStream(PAGE)) {
            String script = new String(Objects.requireNonNull(words, PAGE).readAllBytes(), StandardCharsets.UTF_8);
            return SENTENCES
                    .matcher(script)
                    .results()
                    .flatMap(sentences -> NAME.matcher(sentences.group(1)).results())
                    .map(name -> name.group(1))
                    .collect(toSet());
        }
    }
}
