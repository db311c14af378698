package org.openengagement.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.readmodels.CborForm;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.Fact;
import org.openengagement.query.standing.FactKind;
import org.openengagement.query.standing.ReferralFacts;

/** Random ledgers, looked at from random positions and days, against {@link PlainFigures}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomFiguresTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int ROUNDS = Boolean.getBoolean("oel.whole") ? 30_000 : 3_000;

    @Test
    void the_columns_say_what_the_plain_definitions_say() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<CaseFacts> cases = cases(random);
            ReferralColumns columns = new ReferralColumns();
            for (CaseFacts each : cases) {
                columns.replace(each);
            }
            for (int look = 0; look < 4; look++) {
                Cutoff asOf = new Cutoff(random.nextInt(-1, 200), FIRST_DAY.plusDays(random.nextInt(-2, 90)));

                TreeMap<String, PlainFigures> found = new TreeMap<>();
                columns.responseTimes(ReferralFilter.ALL, List.of(Dimension.INSTITUTION), asOf)
                        .groups()
                        .forEach(group -> found.put(group.key().getFirst().value(), PlainFigures.of(group)));

                assertThat(found)
                        .as("seed %d, %s", seed, asOf)
                        .isEqualTo(PlainFigures.byInstitution(seenFrom(asOf, cases), asOf.day()));
            }
        }
    }

    @Test
    void a_replaced_case_counts_as_if_it_had_never_been_otherwise() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<CaseFacts> last = cases(random);
            ReferralColumns replaced = new ReferralColumns();
            ReferralColumns direct = new ReferralColumns();
            for (int times = 0; times < 400; times++) {
                cases(random).forEach(replaced::replace);
            }
            last.forEach(replaced::replace);
            last.forEach(direct::replace);
            Cutoff asOf = new Cutoff(200, FIRST_DAY.plusDays(random.nextInt(90)));

            if (last.size() == 40) {
                assertThat(replaced.responseTimes(ReferralFilter.ALL, List.of(Dimension.values()), asOf))
                        .as("seed %d", seed)
                        .isEqualTo(direct.responseTimes(ReferralFilter.ALL, List.of(Dimension.values()), asOf));
                assertThat(replaced.size()).isEqualTo(direct.size());
            }
        }
    }

    @Test
    void the_stored_form_reads_back_as_it_was() {
        CborForm<CaseFacts> form = new CborForm<>(CaseFacts.class);
        for (long seed = 0; seed < 300; seed++) {
            for (CaseFacts facts : cases(new Random(seed))) {
                assertThat(form.read(form.write(facts))).as("seed %d", seed).isEqualTo(facts);
            }
        }
    }

    private static List<CaseFacts> cases(Random random) {
        List<CaseFacts> cases = new ArrayList<>();
        int number = random.nextInt(4) == 0 ? 40 : random.nextInt(12);
        for (int i = 0; i < number; i++) {
            List<ReferralFacts> referrals = new ArrayList<>();
            int obligations = random.nextInt(4);
            for (int r = 1; r <= obligations; r++) {
                referrals.add(referral(random, r));
            }
            cases.add(new CaseFacts(
                    "CASE" + i,
                    anyOf(ProposalKind.values(), random),
                    anyOf(Channel.values(), random),
                    List.of("roads", "health", "schools").subList(0, random.nextInt(4)),
                    random.nextBoolean() ? null : "a source",
                    200,
                    referrals));
        }
        return cases;
    }

    private static <E> E anyOf(E[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static ReferralFacts referral(Random random, int number) {
        LocalDate delivered = FIRST_DAY.plusDays(random.nextInt(40));
        List<Fact> facts = new ArrayList<>();
        long position = random.nextInt(100);
        long at = position;
        for (int i = random.nextInt(4); i > 0; i--) {
            at += 1 + random.nextInt(30);
            FactKind kind = anyOf(FactKind.values(), random);
            facts.add(new Fact(kind, delivered.plusDays(random.nextInt(-3, 40)), at));
        }
        return new ReferralFacts(
                "r" + number,
                random.nextBoolean() ? "home-office" : "treasury",
                random.nextInt(6) == 0 ? ReferralPurpose.INFORMATION : ReferralPurpose.ANSWER,
                random.nextBoolean() ? null : "answer-in-15-days",
                delivered,
                random.nextInt(4) == 0 ? null : delivered.plusDays(random.nextInt(-2, 20)),
                position,
                facts);
    }

    private static List<PlainReferral> seenFrom(Cutoff asOf, List<CaseFacts> cases) {
        return cases.stream()
                .flatMap(each -> each.referrals().stream())
                .filter(referral -> referral.purpose() == ReferralPurpose.ANSWER)
                .filter(referral -> referral.position() <= asOf.position())
                .filter(referral -> !referral.deliveredOn().isAfter(asOf.day()))
                .map(referral -> seenFrom(asOf, referral))
                .toList();
    }

    private static PlainReferral seenFrom(Cutoff asOf, ReferralFacts referral) {
        List<Fact> known = referral.facts().stream()
                .filter(fact -> fact.position() <= asOf.position())
                .toList();
        List<Fact> ends = known.stream()
                .filter(fact -> fact.kind() != FactKind.OBSERVED)
                .filter(fact -> !fact.day().isAfter(asOf.day()))
                .toList();
        LocalDate endDay =
                ends.stream().map(Fact::day).min(LocalDate::compareTo).orElse(null);
        List<FactKind> thatDay = ends.stream()
                .filter(fact -> fact.day().equals(endDay))
                .map(Fact::kind)
                .toList();
        return new PlainReferral(
                referral.institution(),
                referral.deliveredOn(),
                referral.dueOn(),
                endOf(thatDay),
                endDay,
                PlainReferral.watchedUntil(
                        days(known, kind -> kind == FactKind.OBSERVED),
                        days(known, kind -> kind != FactKind.OBSERVED),
                        asOf.day()));
    }

    private static List<LocalDate> days(List<Fact> facts, Predicate<FactKind> which) {
        return facts.stream()
                .filter(fact -> which.test(fact.kind()))
                .map(Fact::day)
                .toList();
    }

    private static @Nullable String endOf(List<FactKind> thatDay) {
        if (thatDay.isEmpty()) {
            return null;
        }
        return (thatDay.contains(FactKind.ANSWERED) ? FactKind.ANSWERED : thatDay.getFirst()).name();
    }
}
