package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.importing.formats.Formats;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceOfFileTest {

    private static final String REGISTER =
            "{\"v\":\"oel-events/v1\",\"type\":\"InstitutionRegistered\",\"effectiveOn\":\"2015-01-01\",\"data\":{}}\n";

    @Test
    void it_is_the_source_that_the_first_case_names_behind_whatever_the_register_says() throws IOException {
        assertThat(ofOurOwn(REGISTER + REGISTER + aCase("\"A town\"") + aCase("\"A village\"")))
                .isEqualTo("A town");
    }

    @Test
    void a_case_without_a_source_and_a_file_without_a_case_have_no_name() throws IOException {
        assertThat(ofOurOwn(REGISTER)).isEqualTo("unnamed");
        assertThat(ofOurOwn("")).isEqualTo("unnamed");
        assertThat(ofOurOwn(REGISTER
                        + "{\"type\":\"ProposalPublished\",\"case\":\"p\",\"effectiveOn\":\"2024-03-01\"}\n"
                        + aCase("\"A town\"")))
                .isEqualTo("unnamed");
    }

    @Test
    void lines_that_will_be_refused_are_passed_over() throws IOException {
        assertThat(ofOurOwn("nonsense\n{}\n" + aCase("\"\"") + aCase("\"" + "x".repeat(201) + "\"") + aCase("7")
                        + aCase("\"A\\u0007town\"")
                        + aCase("\"A city\"").replace("ProposalSubmitted", "Nonsense") + aCase("\"A town\"")))
                .isEqualTo("A town");
    }

    @Test
    void an_adapter_knows_whose_its_rows_are() throws IOException {
        assertThat(of("uk-petitions", """
                {"id":7,"action":"Mend the bridge","created_at":"2016-01-01T00:00:00Z","opened_at":"2016-01-02T00:00:00Z","updated_at":"2017-01-01T00:00:00Z","links":{},"_derived":{}}
                """)).isEqualTo("UK Parliament petitions");
        assertThat(of("uk-written-questions", """
                {"id":1,"uin":"7","dateTabled":"2023-12-01T00:00:00","observed_at":"2024-03-01T00:00:00Z","answeringBodyName":"Home Office","heading":"A bridge"}
                """)).isEqualTo("UK Parliament written questions");
    }

    private static String aCase(String source) {
        return "{\"v\":\"oel-events/v1\",\"type\":\"ProposalSubmitted\",\"case\":\"p\",\"effectiveOn\":\"2024-03-01\",\"source\":{\"name\":%s}}\n"
                .formatted(source);
    }

    private static String ofOurOwn(String file) throws IOException {
        return of(Formats.OWN, file);
    }

    private static String of(String format, String file) throws IOException {
        return SourceOfFile.name(
                IntoARealLedger.file(format, file),
                Formats.named(format, ZoneOffset.UTC, null).orElseThrow(),
                lines -> true);
    }
}
