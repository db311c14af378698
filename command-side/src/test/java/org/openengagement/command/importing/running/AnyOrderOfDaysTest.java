package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.importing.running.ImportReport.RefusedLine;

/**
 * The lines of a case come in the order in which one thing leads to the other; the days that a source gives them are taken in
 * any order, but for the three that the format names: before the submission, before the delivery, in the future.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnyOrderOfDaysTest extends IntoARealLedger {

    private static final LocalDate SUBMITTED = LocalDate.of(2024, 3, 1);

    private static final String DELIVERED = "ReferralIssued x {'to':'home-office'}";
    private static final String ACKNOWLEDGED = "ReferralAcknowledged x {}";
    private static final String ACCEPTED = "ReferralAccepted x {}";
    private static final String WATCHED = "ReferralObserved x {'until':'DAY'}";
    private static final String ANSWERED = "ResponsePublished x {'kind':'ACCEPTED','text':'Yes.'}";
    private static final String AGAIN = "ResponsePublished x {'kind':'REJECTED','text':'No.'}";
    private static final String PUBLISHED = "ProposalPublished - {}";
    private static final String COUNTED = "SupportCounted - {'count':7}";
    private static final String CLOSED = "CaseClosed - {'reason':'SOURCE_CLOSED'}";
    private static final String WITHDRAWN = "ProposalWithdrawn - {}";
    private static final String DECLINED = "ReferralDeclined x {'reason':'Not ours.'}";
    private static final String REPLIED = "InterimReplyPublished x {'text':'Soon.'}";
    private static final String FORWARDED = "ReferralForwarded x {'to':'treasury'}";
    private static final String GOES_ON = "ReferralIssued y {'to':'treasury','forwardedFrom':'x'}";
    private static final String ANSWERED_THERE = "ResponsePublished y {'kind':'REJECTED','text':'No.'}";
    private static final String CORRECTED = "ResponseCorrected x {'text':'Yes!'}";

    private final List<String> file = new ArrayList<>(
            List.of(
                    "{'v':'oel-events/v1','type':'InstitutionRegistered','effectiveOn':'2024-01-01','data':{'slug':'home-office','name':{'en':'Home Office'},'kind':'MINISTRY'}}",
                    "{'type':'InstitutionRegistered','effectiveOn':'2025-01-01','data':{'slug':'treasury','name':{'en':'Treasury'},'kind':'MINISTRY'}}"));
    private final TreeSet<Long> before = new TreeSet<>();
    private int cases;

    @Test
    void what_a_case_goes_through_has_its_days_in_each_of_their_120_orders() throws IOException {
        List<String> story = List.of(DELIVERED, ACKNOWLEDGED, WATCHED, ANSWERED, CLOSED);
        everyOrderOf(story.size()).forEach(days -> tell(story, days));

        ImportReport report = imported();

        assertThat(cases).isEqualTo(120);
        assertThat(before).hasSize(120);
        assertThat(report.newlyRefused()).extracting(RefusedLine::line).containsExactlyElementsOf(before);
        assertThat(report.newlyRefused())
                .allSatisfy(refused -> assertThat(refused.why()).contains("before the referral was delivered"));
        assertThat(report.accepted()).isEqualTo(file.size() - 120L);
    }

    @Test
    void whatever_else_happens_is_taken_in_every_order_of_days_that_puts_no_answer_before_its_delivery()
            throws IOException {
        Stream.of(
                        List.of(PUBLISHED, DELIVERED, ACCEPTED, DECLINED),
                        List.of(DELIVERED, ACCEPTED, WITHDRAWN, WATCHED),
                        List.of(DELIVERED, REPLIED, FORWARDED, GOES_ON, ANSWERED_THERE),
                        List.of(DELIVERED, CLOSED, ANSWERED, COUNTED),
                        List.of(DELIVERED, ANSWERED, AGAIN, CORRECTED))
                .forEach(story -> everyOrderOf(story.size()).stream()
                        .filter(days -> before(story, days).isEmpty())
                        .forEach(days -> tell(story, days)));

        ImportReport report = imported();

        assertThat(cases).isEqualTo(24 + 24 + 60 + 12 + 8);
        assertThat(report.newlyRefused()).isEmpty();
        assertThat(report.accepted()).isEqualTo(file.size());
    }

    private ImportReport imported() throws IOException {
        return run(String.join("\n", file).replace('\'', '"'));
    }

    private void tell(List<String> story, List<Integer> days) {
        String id = "case-" + cases++;
        file.add(
                "{'type':'ProposalSubmitted','case':'%s','effectiveOn':'%s','source':{'name':'A town'},'data':{'kind':'REPORT','language':'en','title':'A hole','text':''}}"
                        .formatted(id, SUBMITTED));
        before(story, days).forEach(line -> before.add(file.size() + 1L + line));
        for (int line = 0; line < story.size(); line++) {
            String[] parts = story.get(line).split(" ", 3);
            LocalDate day = SUBMITTED.plusDays(days.get(line));
            file.add("{'type':'%s','case':'%s',%s'effectiveOn':'%s','data':%s}"
                    .formatted(
                            parts[0],
                            id,
                            parts[1].equals("-") ? "" : "'referral':'%s',".formatted(parts[1]),
                            day,
                            parts[2].replace("DAY", day.toString())));
        }
    }

    /** The lines that are an acknowledgement or an answer before the delivery of their referral. */
    private static List<Integer> before(List<String> story, List<Integer> days) {
        return IntStream.range(0, story.size())
                .filter(line ->
                        List.of(ACKNOWLEDGED, ANSWERED, AGAIN, ANSWERED_THERE).contains(story.get(line)))
                .filter(line -> days.get(line)
                        < days.get(story.indexOf(story.get(line).equals(ANSWERED_THERE) ? GOES_ON : DELIVERED)))
                .boxed()
                .toList();
    }

    private static List<List<Integer>> everyOrderOf(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        return everyOrderOf(count - 1).stream()
                .flatMap(shorter -> IntStream.rangeClosed(0, shorter.size()).mapToObj(at -> {
                    List<Integer> order = new ArrayList<>(shorter);
                    order.add(at, count - 1);
                    return order;
                }))
                .collect(Collectors.toList());
    }
}
