package org.openengagement.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.Fact;
import org.openengagement.query.standing.FactKind;
import org.openengagement.query.standing.ReferralFacts;

/** Real questions: figures per department from the columns, and counted plainly from the raw rows. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrittenQuestionsFiguresTest {
    private static final int ROWS = Boolean.getBoolean("oel.whole") ? Integer.MAX_VALUE : 3_000;
    private static final LocalDate AFTER_ALL = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void figures_per_department_equal_a_plain_count_of_the_rows(boolean withTransfers) throws IOException {
        Optional<Path> folder = WrittenQuestions.folder();
        assumeTrue(folder.isPresent(), "the real questions are not on this machine: set OEL_SHARED to their folder");
        WrittenQuestions questions = WrittenQuestions.read(folder.get(), ROWS, withTransfers);
        ReferralColumns columns = new ReferralColumns();
        long position = 0;
        for (List<PlainReferral> row : questions.asOf(AFTER_ALL)) {
            CaseFacts facts = factsOf(row, position);
            columns.replace(facts);
            position = facts.position() + 1;
        }

        for (LocalDate day : List.of(LocalDate.of(2023, 12, 20), LocalDate.of(2024, 9, 30), AFTER_ALL)) {
            TreeMap<String, PlainFigures> found = new TreeMap<>();
            columns.responseTimes(ReferralFilter.ALL, List.of(Dimension.INSTITUTION), new Cutoff(position, day))
                    .groups()
                    .forEach(group -> found.put(group.key().getFirst().value(), PlainFigures.of(group)));

            assertThat(found)
                    .as(day.toString())
                    .hasSizeGreaterThan(15)
                    .isEqualTo(PlainFigures.byInstitution(
                            questions.asOf(day).stream()
                                    .flatMap(Collection::stream)
                                    .toList(),
                            day));
        }
    }

    private static CaseFacts factsOf(List<PlainReferral> row, long first) {
        List<ReferralFacts> referrals = new ArrayList<>();
        long position = first;
        for (PlainReferral plain : row) {
            long delivered = position++;
            List<Fact> facts = new ArrayList<>();
            if (plain.end() == null || plain.endDay() == null) {
                facts.add(new Fact(FactKind.OBSERVED, plain.watchedUntil(), position++));
            } else {
                facts.add(new Fact(FactKind.valueOf(plain.end()), plain.endDay(), position++));
            }
            referrals.add(new ReferralFacts(
                    "r" + (referrals.size() + 1),
                    plain.institution(),
                    ReferralPurpose.ANSWER,
                    null,
                    plain.delivered(),
                    plain.due(),
                    delivered,
                    facts));
        }
        return new CaseFacts(
                "Q" + first, ProposalKind.QUESTION, Channel.WEB, List.of(), "written questions", position, referrals);
    }
}
