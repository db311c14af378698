package org.openengagement.query.figures.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.figures.DateRange;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.Rate;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.figures.ResponseTimeGroup;
import org.openengagement.query.figures.ResponseTimes;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.ReferralFacts;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralColumnsTest {
    private static final LocalDate MAY = LocalDate.of(2024, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);
    private static final Cutoff LATER = new Cutoff(99, LocalDate.of(2024, 9, 1));
    private final ReferralColumns columns = new ReferralColumns();

    @Test
    void without_any_referral_there_is_one_empty_group_or_none() {
        ResponseTimeGroup all = only(columns.responseTimes(ReferralFilter.ALL, List.of(), LATER));

        assertThat(all.referrals()).isZero();
        assertThat(all.onTime()).isEqualTo(new Rate(0, 0, null, null, null));
        assertThat(all.medianDays()).isNull();
        assertThat(all.oldestOpenDays()).isNull();
        assertThat(all.rankable()).isFalse();
        assertThat(columns.responseTimes(ReferralFilter.ALL, List.of(Dimension.KIND), LATER)
                        .groups())
                .isEmpty();
    }

    @Test
    void a_case_counts_in_each_of_its_topics_and_one_without_in_the_empty_group() {
        columns.replace(aCase("A", List.of("roads", "health"), MAY, null));
        columns.replace(aCase("B", List.of("health"), JUNE, null));
        columns.replace(aCase("C", List.of(), JUNE, null));

        assertThat(columns.responseTimes(ReferralFilter.ALL, List.of(Dimension.TOPIC), LATER)
                        .groups())
                .extracting(group -> group.key().getFirst().value() + " " + group.referrals())
                .containsExactly(" 1", "health 2", "roads 1");
        assertThat(columns.responseTimes(ReferralFilter.ALL, List.of(Dimension.YEAR, Dimension.MONTH), LATER)
                        .groups())
                .extracting(group -> group.key().getLast().value() + " " + group.referrals())
                .containsExactly("2024-05 1", "2024-06 2");
    }

    @Test
    void a_filter_selects_by_every_member_that_is_given() {
        columns.replace(aCase("A", List.of("roads"), MAY, MAY.plusDays(15)));
        columns.replace(aCase("B", List.of("health"), JUNE, null));

        assertThat(selected(filter(List.of("roads"), null, null, null))).isEqualTo(1);
        assertThat(selected(filter(List.of("roads", "health"), null, null, null)))
                .isEqualTo(2);
        assertThat(selected(filter(List.of(), null, null, null))).isEqualTo(2);
        assertThat(selected(filter(List.of("never seen"), null, null, null))).isZero();
        assertThat(selected(filter(null, new DateRange(JUNE, null), null, null)))
                .isEqualTo(1);
        assertThat(selected(filter(null, new DateRange(MAY, MAY), null, null))).isEqualTo(1);
        assertThat(selected(filter(null, null, new DateRange(null, null), null)))
                .isEqualTo(1);
        assertThat(selected(filter(null, null, null, "another source"))).isZero();
        assertThat(selected(filter(List.of("roads"), new DateRange(JUNE, null), null, null)))
                .isZero();
    }

    @Test
    void a_referral_for_information_is_in_no_figure() {
        ReferralFacts told =
                new ReferralFacts("r1", "home-office", ReferralPurpose.INFORMATION, null, MAY, null, 1, List.of());
        ReferralFacts asked =
                new ReferralFacts("r2", "home-office", ReferralPurpose.ANSWER, null, MAY, null, 2, List.of());
        columns.replace(
                new CaseFacts("A", ProposalKind.PETITION, Channel.WEB, List.of(), "a source", 2, List.of(told, asked)));

        assertThat(selected(ReferralFilter.ALL)).isEqualTo(1);
        assertThat(columns.size()).isEqualTo(1);
    }

    @Test
    void a_reader_sees_every_case_once_while_all_are_being_replaced() throws Exception {
        int cases = 300;
        for (int i = 0; i < cases; i++) {
            columns.replace(aCase("CASE" + i, List.of("t" + i), MAY, null));
        }
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> looks = List.of(readers.submit(() -> look(done)), readers.submit(() -> look(done)));
            try {
                for (int i = 0; i < 60_000; i++) {
                    columns.replace(aCase("CASE" + i % cases, List.of("t" + i), MAY, null));
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> look : looks) {
                assertThat(look.get(1, TimeUnit.MINUTES)).isEqualTo(cases);
            }
        }
        assertThat(columns.size()).isEqualTo(cases);
    }

    private int look(AtomicBoolean done) {
        int seen;
        do {
            seen = selected(ReferralFilter.ALL);
            assertThat(seen).isEqualTo(300);
        } while (!done.get());
        return seen;
    }

    private int selected(ReferralFilter filter) {
        return only(columns.responseTimes(filter, List.of(), LATER)).referrals();
    }

    private static ResponseTimeGroup only(ResponseTimes figures) {
        assertThat(figures.groups()).hasSize(1);
        return figures.groups().getFirst();
    }

    private static ReferralFilter filter(
            @Nullable List<String> topics,
            @Nullable DateRange delivered,
            @Nullable DateRange due,
            @Nullable String source) {
        return new ReferralFilter(null, topics, null, null, null, delivered, due, source);
    }

    private static CaseFacts aCase(
            String reference, List<String> topics, LocalDate delivered, @Nullable LocalDate due) {
        ReferralFacts referral =
                new ReferralFacts("r1", "home-office", ReferralPurpose.ANSWER, null, delivered, due, 1, List.of());
        return new CaseFacts(reference, ProposalKind.PETITION, Channel.WEB, topics, "a source", 1, List.of(referral));
    }
}
