package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.importing.snapshots.PetitionSnapshots;
import org.openengagement.command.intake.withdraw.WithdrawProposal;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Streams;

/**
 * Every place where one line leads to several commands: the publication that a line implies, the institution that it names, and
 * all that a row tells. None of them is carried out where a later one is refused.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsLeftOfARefusedLineTest extends IntoARealLedger {

    private static final String SOURCE = "\"source\":{\"name\":\"A town\"}";
    private static final String WAITING = CASE.lines().findFirst().orElseThrow().replace("p-1", "p-2") + "\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Each would first publish its case, most would first register New Office as well.
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2024-02-01','data':{'to':'New Office'}",
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2999-02-01','data':{'to':'New Office'}",
                "'type':'ReferralIssued','effectiveOn':'2024-05-01','data':{'to':'New Office'}",
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2024-05-01','data':{'to':'New Office','legalBasis':'none'}",
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2024-05-01','data':{'to':'New Office','purpose':'INFORMATION','dueOn':'2024-06-01'}",
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2024-05-01','data':{'to':'New Office','forwardedFrom':'z'}",
                "'type':'ReferralIssued','referral':'y','effectiveOn':'2024-05-01','data':{'to':'Нова'}",
                "'type':'ReferralForwarded','referral':'y','effectiveOn':'2024-05-01','data':{'to':'New Office'}",
                "'type':'ResponsePublished','referral':'y','effectiveOn':'2024-05-01','data':{'kind':'ACCEPTED','text':'Yes.'}",
                "'type':'SupportCounted','effectiveOn':'2024-05-01','data':{'count':-1}",
                "'type':'SupportCounted','effectiveOn':'2024-02-01','data':{'count':1}",
                "'type':'CaseClosed','effectiveOn':'2999-05-01','data':{'reason':'COMPLETED'}",
                // Its case is public; these would first register New Office.
                "'type':'ReferralIssued','of':'p-1','referral':'x','effectiveOn':'2024-05-01','data':{'to':'New Office'}",
                "'type':'ReferralForwarded','of':'p-1','referral':'x','effectiveOn':'2024-05-01','data':{'to':'New Office'}",
                "'type':'ReferralForwarded','of':'p-1','referral':'y','effectiveOn':'2999-05-01','data':{'to':'New Office'}"
            })
    void a_refused_line_of_the_own_format_publishes_and_registers_nothing(String line) throws IOException {
        run(BEGUN + CASE + WAITING + """
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-10-01","data":{"to":"home-office"}}
                """);
        Map<String, Integer> before = real.types();
        String of = line.contains("'of'") ? "p-1" : "p-2";

        ImportReport report = run(
                ("{'v':'oel-events/v1','case':'" + of + "',").replace('\'', '"') + SOURCE + ","
                        + line.replace("'of':'p-1',", "").replace('\'', '"') + "}\n",
                new ImportOptions(true, false));

        assertThat(report.refused()).isEqualTo(1);
        assertThat(withoutRuns(real.types())).isEqualTo(withoutRuns(before));
    }

    @Test
    void a_petition_that_cannot_be_told_further_registers_no_department_and_opens_no_run() throws IOException {
        run("uk-petitions", PetitionSnapshots.all(1).get(1), ImportOptions.PLAIN);
        withdrawTheCase();
        long size = real.store.size();

        for (String later : PetitionSnapshots.all(1).subList(3, 8)) {
            assertThat(run("uk-petitions", later, ImportOptions.PLAIN).newlyRefused())
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.why()).contains("WITHDRAWN"));
            assertThat(real.store.size()).isEqualTo(size);
        }
    }

    @Test
    void a_question_that_cannot_be_told_further_registers_no_department_and_opens_no_run() throws IOException {
        String question =
                "{\"id\":9,\"uin\":\"4800\",\"dateTabled\":\"2024-11-01T00:00:00\",\"isNamedDay\":false,\"answeringBodyName\":\"Home Office\","
                        + "\"heading\":\"Bridges\",\"questionText\":\"How many?\",\"answerIsHolding\":false,\"observed_at\":\"2024-11-10T23:30:00+00:00\"}\n";
        run("uk-written-questions", question, ImportOptions.PLAIN);
        withdrawTheCase();
        long size = real.store.size();

        ImportReport report = run(
                "uk-written-questions",
                question.replace("Home Office", "Treasury")
                        .replace("\"answerIsHolding\"", "\"dateAnswered\":\"2024-11-08T00:00:00\",\"answerIsHolding\""),
                ImportOptions.PLAIN);

        assertThat(report.refused()).isEqualTo(1);
        assertThat(real.store.size()).isEqualTo(size);
    }

    private void withdrawTheCase() {
        String stream = ofCases().getFirst().envelope().stream();
        real.commands.dispatch(
                new WithdrawProposal(Streams.caseOf(stream)), Caller.of(Actor.IMPORT, LocalDate.of(2025, 1, 1)));
    }

    private static List<String> withoutRuns(Map<String, Integer> types) {
        return types.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("ImportRun"))
                .map(Object::toString)
                .toList();
    }
}
