package org.openengagement.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;

/** What came of a command. */
public final class Decided {

    private final ResultValidator<?> result;

    Decided(ResultValidator<?> result) {
        this.result = result;
    }

    /** Exactly these events were recorded; which event moved the stage is not looked at. */
    public void records(LedgerEvent... events) {
        result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
    }

    /** Refused by a rule, and nothing was recorded. */
    public void isRefusedBy(Class<? extends Rule> rule) {
        isRefused("by " + rule.getSimpleName(), refusal -> refusal.rule().equals(rule.getSimpleName()));
    }

    /** Refused by a rule of another room. */
    public void isRefusedBy(String rule) {
        isRefused("by " + rule, refusal -> refusal.rule().equals(rule));
    }

    /** Refused by a rule of this room, which blames an input. */
    public void isRefusedBy(Class<? extends Rule> rule, String field) {
        isRefusedBy(rule.getSimpleName(), field);
    }

    /** Refused by a rule of another room, which blames an input. */
    public void isRefusedBy(String rule, String field) {
        isRefused(
                "by " + rule + " at " + field,
                refusal -> refusal.rule().equals(rule) && refusal.field().equals(List.of(field)));
    }

    /** Refused for a reason, at a field, and nothing was recorded. */
    public void isRefusedAs(RefusalCode code, String field) {
        isRefused(
                "as " + code + " at " + field,
                refusal -> refusal.code() == code && refusal.field().contains(field));
    }

    /** Failed, since the slice itself is wrong: no refusal, and nothing was recorded. */
    public void failsSaying(String words) {
        result.expectException(new CustomTypeSafeMatcher<IllegalStateException>("a failure that names " + words) {
                    @Override
                    protected boolean matchesSafely(IllegalStateException thrown) {
                        return String.valueOf(thrown.getMessage()).contains(words);
                    }
                })
                .expectNoEvents();
    }

    private void isRefused(String how, Predicate<Refusal> expected) {
        result.expectException(new CustomTypeSafeMatcher<Throwable>("a refusal " + how) {
                    @Override
                    protected boolean matchesSafely(Throwable thrown) {
                        if (thrown instanceof Refusal refusal) {
                            assertThat(refusal.getMessage()).as("a sentence").endsWith(".");
                            return expected.test(refusal);
                        }
                        return false;
                    }
                })
                .expectNoEvents();
    }

    /** The stage moved. */
    public static StatusChanged moved(Stage from, Stage to) {
        return new StatusChanged(from, to, new UUID(1, 1));
    }
}
