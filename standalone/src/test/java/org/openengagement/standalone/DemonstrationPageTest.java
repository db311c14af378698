package org.openengagement.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.Importer;

/** That whoever looks at the demonstration is told whose data it is, and what it leaves out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemonstrationPageTest {

    private static final String GOVERNMENT_LICENCE =
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s)|,]+");

    private final List<String> complaints = new ArrayList<>();

    @Test
    void the_page_credits_the_demonstrations_sources_with_links_and_says_what_is_left_out(@TempDir Path directory)
            throws IOException {
        TestBrowser.assumeThere();
        try (ServedLedger ledger = ServedLedger.in(directory);
                TestBrowser browser = TestBrowser.start();
                Page page = browser.newPage(complaints::add)) {
            bringIn(ledger, "petitions.jsonl.gz", "uk-petitions");

            for (int width : new int[] {1200, 400}) {
                page.setViewportSize(width, 900);
                page.navigate(ledger.url() + "/");
                loaded(page);

                assertThat(page.locator("#demonstration")).containsText("The questions carry no forwards");
                Locator source = page.locator("#sources li");
                assertThat(source)
                        .hasText(Pattern.compile("^UK Parliament petitions: contains public sector information"));
                assertThat(link(source, "UK Parliament petitions"))
                        .hasAttribute("href", "https://petition.parliament.uk/");
                assertThat(link(source, "Open Government Licence v3.0")).hasAttribute("href", GOVERNMENT_LICENCE);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                TestBrowser.picture(page, "demonstration-" + width);
            }
            page.locator("#demonstration a").click();

            assertThat(page.locator("h1")).hasText("Where the demonstration's data comes from");
            TestBrowser.picture(page, "demonstration-data");
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"petitions.jsonl.gz", "questions.jsonl.gz"})
    void the_page_knows_each_file_of_the_demonstration(String name) throws IOException {
        String digest = ImportFile.sha256(() -> resource("/demo/" + name));

        assertThat(text("/static/pages/sources.js")).contains(digest);
    }

    @Test
    void every_address_of_the_attribution_stands_on_the_page() throws IOException {
        List<String> addresses = ADDRESS.matcher(text("/demo/ATTRIBUTION.md"))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(4);
        assertThat(text("/static/demonstration.html")).contains(addresses);
    }

    private static void bringIn(ServedLedger ledger, String name, String format) throws IOException {
        ImportFile.Content content = () -> resource("/demo/" + name);
        ImportFile file = new ImportFile(format, ImportFile.sha256(content), content, null);
        assertThat(ledger.running()
                        .part(Importer.class)
                        .run(file, ImportOptions.PLAIN, progress -> {})
                        .refused())
                .isZero();
        ledger.untilReached();
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static void loaded(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-loaded", Pattern.compile("true"));
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(DemonstrationPageTest.class.getResourceAsStream(path), path);
    }

    private static String text(String path) throws IOException {
        try (InputStream in = resource(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
