package org.openengagement.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/** That the spans in the index say for each day what the standing of that day says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimelinessSpanTest {

    private static final LocalDate DELIVERED = LocalDate.of(2024, 7, 1);
    private static final LocalDate FIRST_ASKED = DELIVERED.minusDays(30);
    private static final LocalDate LAST_ASKED = DELIVERED.plusDays(120);
    private static final int ROUNDS = Boolean.getBoolean("oel.whole") ? 100_000 : 3_000;

    @Test
    void the_span_of_a_day_is_how_the_referral_stands_on_it() {
        Set<Timeliness> met = EnumSet.noneOf(Timeliness.class);
        for (long seed = 0; seed < ROUNDS; seed++) {
            ReferralFacts referral = referral(new Random(seed));
            List<TimelinessSpan> spans = TimelinessSpan.of(referral);
            for (LocalDate day = FIRST_ASKED; day.isBefore(LAST_ASKED); day = day.plusDays(1)) {
                Timeliness standing = referral.standing(new Cutoff(1_000, day)).timeliness();
                if (!timelinessOn(day, spans).equals(List.of(standing))) {
                    fail("seed %d: %s is %s on %s, by its spans %s", seed, referral, standing, day, spans);
                }
                met.add(standing);
            }
        }
        assertThat(met).as("ways to stand that were met").containsExactlyInAnyOrder(Timeliness.values());
    }

    private static List<Timeliness> timelinessOn(LocalDate day, List<TimelinessSpan> spans) {
        return spans.stream()
                .filter(span -> span.holds(day))
                .map(TimelinessSpan::timeliness)
                .toList();
    }

    @Test
    void spans_cover_every_day_once_and_each_differs_from_the_one_before() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            List<TimelinessSpan> spans = TimelinessSpan.of(referral(new Random(seed)));

            assertThat(spans.getFirst().first()).isEqualTo(LocalDate.MIN);
            assertThat(spans.getLast().last()).isEqualTo(LocalDate.MAX);
            for (int i = 1; i < spans.size(); i++) {
                TimelinessSpan before = spans.get(i - 1);
                assertThat(spans.get(i).first())
                        .as("seed %d", seed)
                        .isEqualTo(before.last().plusDays(1));
                assertThat(spans.get(i).timeliness()).as("seed %d", seed).isNotEqualTo(before.timeliness());
            }
        }
    }

    @Test
    void days_at_both_ends_of_time_are_no_hindrance() {
        for (LocalDate delivered : List.of(LocalDate.MIN, LocalDate.MAX)) {
            for (LocalDate due : List.of(LocalDate.MIN, LocalDate.MAX)) {
                for (LocalDate ended : List.of(LocalDate.MIN, LocalDate.MAX)) {
                    ReferralFacts referral = referral(delivered, due, List.of(new Fact(FactKind.ANSWERED, ended, 2)));

                    assertThat(timelinessOn(DELIVERED, TimelinessSpan.of(referral)))
                            .containsExactly(
                                    referral.standing(Cutoff.on(DELIVERED)).timeliness());
                }
            }
        }
    }

    /** Ends before the delivery and after all days asked, several looks and ends, due days before the delivery or none. */
    private static ReferralFacts referral(Random random) {
        List<Fact> facts = new ArrayList<>();
        FactKind[] kinds = FactKind.values();
        for (int i = random.nextInt(5); i > 0; i--) {
            FactKind kind = random.nextBoolean() ? FactKind.OBSERVED : kinds[random.nextInt(kinds.length)];
            facts.add(new Fact(kind, DELIVERED.plusDays(random.nextInt(-10, 150)), 2 + facts.size()));
        }
        LocalDate due = random.nextInt(8) == 0 ? null : DELIVERED.plusDays(random.nextInt(-5, 40));
        return referral(DELIVERED, due, facts);
    }

    private static ReferralFacts referral(LocalDate delivered, @Nullable LocalDate due, List<Fact> facts) {
        return new ReferralFacts("r1", "home-office", ReferralPurpose.ANSWER, null, delivered, due, 1, facts);
    }
}
