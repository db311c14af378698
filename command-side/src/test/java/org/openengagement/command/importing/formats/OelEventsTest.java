package org.openengagement.command.importing.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.command.importing.formats.FileReading.Read;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OelEventsTest {

    private static final String BEGUN =
            "{\"v\":\"oel-events/v1\",\"type\":\"ProposalPublished\",\"case\":\"c\",\"effectiveOn\":\"2024-03-05\"}\n";

    @Test
    void a_line_is_what_it_says() {
        Read read = FileReading.read("oel-events/v1", """
                {"v":"oel-events/v1","type":"ReferralIssued","case":"c 1","referral":"a","effectiveOn":"2024-04-02",\
                "source":{"name":"A town","url":"https://example.org/1","licence":"CC0-1.0","publishesAtOnce":true},\
                "data":{"to":"home-office","dueOn":"2024-04-30"},"position":4,"recordedAt":"2024-04-02T10:00:00.000Z","id":"x"}
                """);
        assertThat(read.refused()).isEmpty();
        ImportLine line = read.lines().getFirst();
        assertThat(FileReading.told(line))
                .isEqualTo("ReferralIssued c 1 a 2024-04-02 {\"dueOn\":\"2024-04-30\",\"to\":\"home-office\"}");
        assertThat(line.source()).isEqualTo(new LineSource("A town", "https://example.org/1", "CC0-1.0", true));
        assertThat(line.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-01",
        "2024-03-01T22:59:59Z, 2024-03-01",
        "2024-03-01T23:00:00Z, 2024-03-02",
        "2024-07-01T22:00:00.5+00:00, 2024-07-02",
        "2024-03-01T01:00:00+09:00, 2024-02-29"
    })
    void an_instant_is_its_day_in_the_ledgers_zone(String written, LocalDate day) {
        Read read = FileReading.read("oel-events/v1", BEGUN.replace("2024-03-05", written));
        assertThat(read.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.effectiveOn()).isEqualTo(day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | type is missing",
                "{\"type\":5,\"effectiveOn\":\"2024-03-01\"} | type must be a text",
                "{\"type\":\"ProposalPublished\"} | effectiveOn is missing",
                "{\"type\":\"ProposalPublished\",\"effectiveOn\":\"2024-02-30\"} | effectiveOn must be a day",
                "{\"type\":\"ProposalPublished\",\"effectiveOn\":\"2024-03-01T10:00:00\"} | effectiveOn must be a day",
                "{\"type\":\"ProposalPublished\",\"effectiveOn\":\"01.03.2024\"} | effectiveOn must be a day",
                "{\"type\":\"ProposalPublished\",\"effectiveOn\":20240301} | effectiveOn must be a text",
                "{\"type\":\"X\",\"effectiveOn\":\"2024-03-01\",\"extra\":1} | extra is not a known field",
                "{\"type\":\"X\",\"effectiveOn\":\"2024-03-01\",\"case\":\"\"} | case must have 1 to 500 characters",
                "{\"type\":\"X\",\"effectiveOn\":\"2024-03-01\",\"data\":[]} | data must be an object",
                "{\"type\":\"X\",\"effectiveOn\":\"2024-03-01\",\"source\":{\"url\":\"u\"}} | source.name is missing",
                "{\"v\":\"oel-events/v2\",\"type\":\"X\",\"effectiveOn\":\"2024-03-01\"} | v must be \"oel-events/v1\""
            })
    void a_line_that_is_wrong_is_named_and_the_others_are_read(String wrong, String sentence) {
        Read read = FileReading.read("oel-events/v1", BEGUN + wrong + "\n" + BEGUN);
        assertThat(read.refused()).singleElement().asString().startsWith("line 2: " + sentence);
        assertThat(read.lines()).extracting(ImportLine::number).containsExactly(1L, 3L);
    }

    @Test
    void the_first_line_must_name_the_format() {
        assertThat(FileReading.read("oel-events/v1", BEGUN.replace("\"v\":\"oel-events/v1\",", "") + BEGUN)
                        .refused())
                .containsExactly("line 1: the first line must say \"v\":\"oel-events/v1\".");
    }
}
