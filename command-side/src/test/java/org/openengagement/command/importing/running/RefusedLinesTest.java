package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.importing.running.ImportReport.RefusedLine;
import org.openengagement.ledger.entry.RecordedEvent;

/** What a refused line is told, and that nothing of it is stored. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusedLinesTest extends IntoARealLedger {

    @Test
    void a_bad_line_is_named_and_stops_nothing_else_and_nothing_of_it_is_stored() throws IOException {
        ImportReport report = run(BEGUN + CASE + """
                {"type":"CommitmentMade","case":"p-1","effectiveOn":"2024-10-01","data":{}}
                {"type":"Nonsense","case":"p-1","effectiveOn":"2024-10-01"}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-02-01","data":{"to":"home-office"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2924-02-01","data":{"to":"home-office"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-10-01","data":{"to":"nobody"}}
                {"type":"ReferralIssued","case":"p-2","referral":"y","effectiveOn":"2024-10-01","data":{"to":"home-office"}}
                {"type":"ResponsePublished","case":"p-1","referral":"x","effectiveOn":"2024-04-01","data":{"kind":"REJECTED"}}
                {"type":"StatusChanged","case":"p-1","effectiveOn":"2024-10-01","data":{"to":"CLOSED"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-10-01","data":{"to":"home-office"}}
                """);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(9);
        assertThat(report.refused()).isEqualTo(7);
        Map<Long, String> named = report.newlyRefused().stream()
                .collect(Collectors.toMap(RefusedLine::line, RefusedLine::why, (a, b) -> a, TreeMap::new));
        assertThat(named.keySet()).containsExactly(9L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(named.get(9L)).isEqualTo("CommitmentMade is not taken by this version of the ledger yet.");
        assertThat(named.get(11L)).contains("before the case was submitted");
        assertThat(named.get(13L)).isEqualTo("No institution is registered as nobody.");
        assertThat(named.get(14L)).isEqualTo("the ledger holds no case p-2 of this source.");
        assertThat(real.types()).containsEntry("ReferralIssued", 2);
    }

    @Test
    void a_line_that_does_not_fit_into_an_entry_is_named_and_stops_nothing_else() throws IOException {
        String long97 = "\u4e2d".repeat(97);
        String names = several(
                50, number -> "\"%c%c\":\"%s\"".formatted('a' + number / 26, 'a' + number % 26, "\u4e2d".repeat(300)));
        String topics = several(20, number -> "\"%s%d\"".formatted(long97, number));
        String identifiers = several(
                20, number -> "{\"scheme\":\"%s%d\",\"id\":\"%s\"}".formatted(long97, number, "\u4e2d".repeat(200)));
        String huge =
                "{\"v\":\"oel-events/v1\",\"type\":\"InstitutionRegistered\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"slug\":\"huge\",\"kind\":\"MINISTRY\",\"name\":{%s},\"topics\":[%s],\"identifiers\":[%s]}}\n"
                        .formatted(names, topics, identifiers);
        String small =
                "{\"type\":\"InstitutionRegistered\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"slug\":\"small\",\"kind\":\"MINISTRY\",\"name\":{\"en\":\"Small\"}}}\n";

        ImportReport report = run(huge + small);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.newlyRefused())
                .singleElement()
                .satisfies(line -> assertThat(line.why()).contains("an entry has at most 65,535"));
    }

    @Test
    void every_bad_line_is_named_once_in_the_order_of_the_file_however_many_there_are() throws IOException {
        StringBuilder file = new StringBuilder(BEGUN);
        List<Long> bad = new ArrayList<>();
        for (long line = 3; line <= 2_800; line++) {
            if (line % 4 == 0) {
                file.append(
                        "{\"type\":\"SupportCounted\",\"case\":\"p-%d\",\"effectiveOn\":\"2024-10-01\",\"data\":{\"count\":1}}\n"
                                .formatted(line));
                bad.add(line);
            } else if (line % 100 == 1) {
                file.append("{\"type\":\"StatusChanged\",\"effectiveOn\":\"2024-10-01\"}\n");
            } else {
                file.append("nonsense\n");
                bad.add(line);
            }
        }
        List<ImportReport> told = new ArrayList<>();

        ImportReport report = real.importer.run(own(file.toString()), ImportOptions.PLAIN, told::add);

        assertThat(report.refused()).isEqualTo(bad.size());
        assertThat(told.stream().flatMap(each -> each.newlyRefused().stream()).map(RefusedLine::line))
                .containsExactlyElementsOf(bad);
        assertThat(told).allSatisfy(each -> assertThat(each.newlyRefused()).hasSizeLessThan(1_500));
    }

    @Test
    void strictly_the_first_bad_line_stops_the_import() throws IOException {
        ImportReport report = run("{\"v\":\"oel-events/v1\"}\n" + BEGUN + CASE, new ImportOptions(false, true));
        assertThat(report.accepted()).isZero();
        assertThat(report.refused()).isEqualTo(1);
    }

    @Test
    void a_refused_line_publishes_no_case_and_registers_no_institution() throws IOException {
        String submitted = CASE.lines().findFirst().orElseThrow() + "\n";
        run(BEGUN + submitted);
        long before = real.store.size();

        ImportReport report = run("""
                {"v":"oel-events/v1","type":"SupportCounted","case":"p-1","effectiveOn":"2024-02-01","source":{"name":"A town"},"data":{"count":3}}
                {"type":"SupportCounted","case":"p-1","effectiveOn":"2099-02-01","data":{"count":3}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-02-01","data":{"to":"Brand New Office"}}
                """, new ImportOptions(true, false));

        assertThat(report.refused()).isEqualTo(3);
        assertThat(real.types()).doesNotContainKey("ProposalPublished");
        assertThat(real.all().stream().skip(before).map(RecordedEvent::type))
                .allMatch(type -> type.startsWith("ImportRun"));
    }

    @Test
    void two_referrals_of_a_case_do_not_share_an_id() throws IOException {
        run(BEGUN + CASE);

        ImportReport report = run("""
                {"v":"oel-events/v1","type":"ReferralIssued","case":"p-1","referral":"x","effectiveOn":"2024-05-02","source":{"name":"A town"},"data":{"to":"home-office"}}
                """);

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.newlyRefused().getFirst().why()).contains("has used the id");
    }

    @Test
    void a_correction_into_no_answer_is_named_as_a_refused_line_and_one_into_another_answer_is_taken()
            throws IOException {
        ImportReport report = run(BEGUN + CASE + """
                {"type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","data":{"kind":"NOT_COMPETENT","text":"It was not ours."}}
                {"type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","data":{"kind":"ACCEPTED","text":"Yes."}}
                """);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.newlyRefused().getFirst().line()).isEqualTo(9);
        assertThat(report.newlyRefused().getFirst().why()).startsWith("a1 answered referral r1.");
        assertThat(real.types()).containsEntry("ResponseCorrected", 1);
    }

    @Test
    void a_law_is_taken_behind_the_calendar_that_it_counts_by_and_not_before() throws IOException {
        String law =
                "{\"v\":\"oel-events/v1\",\"type\":\"LegalBasisEnacted\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"code\":\"foi-20\",\"title\":\"Answer within 20 working days\",\"days\":20,\"unit\":\"WORKING\",\"rollForward\":true,\"pausable\":true,\"maxExtensionDays\":20,\"calendar\":\"gb\"}}\n";
        String calendar =
                "{\"type\":\"HolidayCalendarPublished\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"code\":\"gb\",\"version\":1,\"dates\":[\"2015-12-25\"]}}\n";

        ImportReport report = run(law + calendar + law);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.newlyRefused())
                .containsExactly(new RefusedLine(1, "No holiday calendar was published as gb."));
    }

    private static String several(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }
}
