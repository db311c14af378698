package org.openengagement.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in a browser that knows no host but this one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(ReadersVillage.class)
class PagesTest {

    private static ServedLedger ledger;
    private static TestBrowser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void a_village_and_a_browser(ServedLedger village) {
        TestBrowser.assumeThere();
        ledger = village;
        browser = TestBrowser.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void a_fresh_page() {
        page = browser.newPage(complaints::add);
    }

    @AfterEach
    void nothing_complained() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_first_page_shows_the_ledger_its_institutions_and_its_newest_events() {
        page.navigate(ledger.url() + "/");
        loaded();

        assertThat(page.locator("[data-tile=institutions]")).hasText("2");
        assertThat(page.locator("#few")).containsText("Municipality of Lipovo");
        assertThat(page.locator("#few")).containsText("Too few to rank");
        assertThat(page.locator("#overall")).containsText("50.0 %");
        assertThat(page.locator("#newest li").first()).containsText("The import ended");
        assertThat(page.locator("#demonstration")).isHidden();
        picture("home");
    }

    @Test
    void the_first_page_fits_a_phone_of_375_pixels() {
        page.setViewportSize(375, 812);
        for (String path : List.of("/", "/proposal/" + Village.referenceOfTheLamp(ledger))) {
            page.navigate(ledger.url() + path);
            loaded();

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(375);
            picture(path.equals("/") ? "home-375" : "case-375");
        }
    }

    @Test
    void a_case_is_found_by_its_words_and_its_history_opens_as_of_an_earlier_position() {
        page.navigate(ledger.url() + "/");
        loaded();
        page.getByLabel("Words of its title, or its reference").fill("lamp");
        page.keyboard().press("Enter");
        page.locator("#found a").first().click();
        loaded();

        assertThat(page.locator("h1")).hasText("The lamp at the school is out <script>alert(1)</script>");
        assertThat(page.locator("#referrals")).containsText("Answered on time");
        assertThat(page.locator("#history")).containsText("Answered: accepted");
        picture("case");

        Locator issued =
                page.locator("#history li", new Page.LocatorOptions().setHasText("Referred to Municipality of Lipovo"));
        issued.locator("a.position").click();
        loaded();

        assertThat(page.locator("#as-of")).containsText("as the ledger held it at position");
        assertThat(page.locator("#history")).not().containsText("Answered: accepted");
        assertThat(page.locator("#referrals")).containsText("not yet");
    }

    @Test
    void a_reference_that_nobody_has_says_so() {
        page.navigate(ledger.url() + "/proposal/0000000000");
        loaded();

        assertThat(page.locator("h1")).hasText("No such case");
    }

    @Test
    void a_misheard_reference_says_so_and_words_that_look_like_one_are_words() {
        page.navigate(ledger.url() + "/");
        loaded();
        page.getByLabel("Words of its title, or its reference").fill("0000-000-001");
        page.keyboard().press("Enter");

        assertThat(page.locator("#found")).containsText("has a wrong check character");

        page.getByLabel("Words of its title, or its reference").fill("lamp school");
        page.keyboard().press("Enter");

        assertThat(page.locator("#found a")).hasCount(1);
    }

    @Test
    void graphiql_asks_the_ledger_without_any_other_host() {
        page.navigate(ledger.url() + "/graphiql?query=" + "%7B%20ledger%20%7B%20origin%20%7D%20%7D");
        page.locator(".graphiql-execute-button").click();

        assertThat(page.locator(".result-window")).containsText("localhost/test-ledger");
        picture("graphiql");
    }

    private void loaded() {
        assertThat(page.locator("html")).hasAttribute("data-loaded", Pattern.compile("true"));
    }

    private void picture(String name) {
        TestBrowser.picture(page, name);
    }
}
