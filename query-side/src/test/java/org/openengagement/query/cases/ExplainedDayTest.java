package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplainedDayTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 1, 1);

    @Test
    void a_working_day_that_no_calendar_covers_is_counted() {
        assertThat(explained(step(0, What.DELIVERED), step(1, What.NOT_IN_CALENDAR), step(1, What.DUE)))
                .containsExactly(day(0, "DELIVERED", false), day(1, "NOT_IN_CALENDAR", true), day(1, "DUE", true));
    }

    @Test
    void a_weekend_that_no_calendar_covers_is_not_counted() {
        assertThat(explained(
                        step(1, What.DELIVERED),
                        step(2, What.NOT_IN_CALENDAR),
                        step(2, What.WEEKEND),
                        step(3, What.WEEKEND),
                        step(4, What.DUE)))
                .containsExactly(
                        day(1, "DELIVERED", false),
                        day(2, "NOT_IN_CALENDAR", false),
                        day(2, "WEEKEND", false),
                        day(3, "WEEKEND", false),
                        day(4, "DUE", true));
    }

    @Test
    void the_contract_names_each_kind_of_day_that_a_deadline_can_have() throws IOException {
        try (InputStream contract = ExplainedDayTest.class.getResourceAsStream("/graphql/types.graphqls")) {
            EnumTypeDefinition kinds = Objects.requireNonNull(new SchemaParser()
                    .parse(Objects.requireNonNull(contract))
                    .getTypeOrNull("DeadlineStepKind", EnumTypeDefinition.class));

            assertThat(kinds.getEnumValueDefinitions())
                    .extracting(EnumValueDefinition::getName)
                    .containsExactlyInAnyOrder(
                            Arrays.stream(What.values()).map(What::name).toArray(String[]::new));
        }
    }

    private static List<ExplainedDay> explained(Step... steps) {
        return ExplainedDay.of(new ComputedDeadline("1", "gb", 1, List.of(steps)));
    }

    private static Step step(int after, What what) {
        return new Step(THURSDAY.plusDays(after), what);
    }

    private static ExplainedDay day(int after, String what, boolean counts) {
        return new ExplainedDay(THURSDAY.plusDays(after), What.valueOf(what), counts);
    }
}
