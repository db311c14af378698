package org.openengagement.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.Importer;

/** That the pages say nothing untrue of where cases were imported from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditedSourcesPageTest {

    private static final String QUESTION_WITH_ITS_TEXT = """
            {"id":9,"uin":"4800","dateTabled":"2024-11-01T00:00:00","dateForAnswer":"2024-11-06T00:00:00","isNamedDay":false,\
            "answeringBodyName":"Home Office","heading":"Bridges","questionText":"How many bridges?",\
            "observed_at":"2024-12-30T23:30:00+00:00"}
            """;

    private final List<String> complaints = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void a_file_of_two_sources_is_credited_by_its_first_and_each_case_by_its_own() throws IOException {
        TestBrowser.assumeThere();
        try (ServedLedger ledger = ServedLedger.in(directory);
                TestBrowser browser = TestBrowser.start();
                Page page = browser.newPage(complaints::add)) {
            bringIn(
                    ledger,
                    "oel-events/v1",
                    submitted("a-1", "City A", "CC-BY-4.0") + submitted("b-1", "City B", "CC-BY-SA-4.0"));

            open(page, ledger.url() + "/");
            assertThat(page.locator("#sources li")).hasText("City A, licensed under CC BY 4.0");
            assertThat(page.locator("#attribution"))
                    .containsText("maybe from others; each case names its own source and licence");

            String ofCityB =
                    ledger.ask("""
                            { proposals(first: 1, filter: {source: "City B"}) { edges { node { reference } } } }""").at("/proposals/edges/0/node/reference").asString();
            open(page, ledger.url() + "/proposal/" + ofCityB);
            assertThat(page.locator("#facts")).containsText("City B (CC BY-SA 4.0)");
            assertThat(link(page.locator("#facts"), "CC BY-SA 4.0"))
                    .hasAttribute("href", "https://creativecommons.org/licenses/by-sa/4.0/");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void questions_that_came_with_their_texts_are_not_said_to_have_none_and_the_101st_run_is_credited_too()
            throws IOException {
        TestBrowser.assumeThere();
        try (ServedLedger ledger = ServedLedger.in(directory);
                TestBrowser browser = TestBrowser.start();
                Page page = browser.newPage(complaints::add)) {
            for (int run = 1; run <= 100; run++) {
                bringIn(ledger, "oel-events/v1", submitted("a-" + run, "City A", "CC-BY-4.0"));
            }
            bringIn(ledger, "uk-written-questions", QUESTION_WITH_ITS_TEXT);

            open(page, ledger.url() + "/");
            Locator sources = page.locator("#sources li");
            assertThat(sources).hasCount(2);
            assertThat(sources.nth(1))
                    .hasText(
                            Pattern.compile("^UK Parliament written questions: UK Parliament, collected by mySociety"));
            assertThat(page.locator("footer")).not().containsText("left out");
            assertThat(page.locator("#demonstration")).isHidden();
        }
        assertThat(complaints).isEmpty();
    }

    private static String submitted(String name, String source, String licence) {
        return """
                {"v":"oel-events/v1","type":"ProposalSubmitted","case":"%s","effectiveOn":"2025-03-03",\
                "source":{"name":"%s","licence":"%s"},"data":{"kind":"IDEA","channel":"WEB","language":"en","title":"A bench","text":"By the river."}}
                {"v":"oel-events/v1","type":"ProposalPublished","case":"%1$s","effectiveOn":"2025-03-04"}
                """.formatted(name, source, licence);
    }

    private void bringIn(ServedLedger ledger, String format, String lines) throws IOException {
        Path file = Files.writeString(directory.resolve("cases.jsonl"), lines);
        assertThat(ledger.running()
                        .part(Importer.class)
                        .run(ImportFile.at(file, format), ImportOptions.PLAIN, progress -> {})
                        .refused())
                .isZero();
        ledger.untilReached();
    }

    private static void open(Page page, String address) {
        page.navigate(address);
        assertThat(page.locator("html")).hasAttribute("data-loaded", Pattern.compile("true"));
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
