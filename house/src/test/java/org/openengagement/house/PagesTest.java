package org.openengagement.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What people read: every page in Markdown. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesTest {

    private static final int LONGEST_LINE = 119;

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_are_there() {
        List<String> broken = new ArrayList<>();
        int looked = 0;
        for (Path page : Project.pages()) {
            for (String link : links(page)) {
                looked++;
                if (!leadsSomewhere(page, link)) {
                    broken.add(Project.name(page) + ": " + link);
                }
            }
        }

        assertThat(looked).as("links within the project").isGreaterThan(30);
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void every_page_of_the_docs_is_linked_from_another_page() {
        Set<Path> linked = Project.pages().stream()
                .flatMap(page ->
                        links(page).stream().map(link -> target(page, link)).filter(target -> !target.equals(page)))
                .collect(Collectors.toSet());

        assertThat(linked).containsAll(Project.files(Project.file("docs"), PagesTest::isAPage));
    }

    @Test
    void no_line_is_too_long_to_read() {
        List<String> tooLong = new ArrayList<>();
        for (Path page : Project.pages()) {
            List<String> lines = Project.text(page).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE && !mayBeLong(lines.get(i))) {
                    tooLong.add("%s:%d has %d characters"
                            .formatted(Project.name(page), i + 1, lines.get(i).length()));
                }
            }
        }

        assertThat(tooLong).as("lines over %d characters", LONGEST_LINE).isEmpty();
    }

    /** Nothing can break a row of a table or a line of JSON Lines, and a link makes a line look longer than it is. */
    private static boolean mayBeLong(String line) {
        return line.startsWith("|") || line.startsWith("{\"") || line.contains("](");
    }

    private static boolean isAPage(Path file) {
        return file.getFileName().toString().endsWith(".md");
    }

    /** The links of a page that stay within the project. */
    private static List<String> links(Path page) {
        String prose =
                CODE.matcher(FENCE.matcher(Project.text(page)).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ADDRESS.matcher(link).matches())
                .toList();
    }

    private static Path target(Path page, String link) {
        String file = link.split("#", -1)[0];
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return false;
        }
        int anchor = link.indexOf('#');
        return anchor < 0 || headings(target).contains(link.substring(anchor + 1));
    }

    /** The anchors that GitHub gives to a page's headings. */
    private static Set<String> headings(Path page) {
        return HEADING.matcher(Project.text(page))
                .results()
                .map(PagesTest::anchor)
                .collect(Collectors.toSet());
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
