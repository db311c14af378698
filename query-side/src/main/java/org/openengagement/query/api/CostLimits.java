package org.openengagement.query.api;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.Instrumentation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a question may cost. Every field costs one, and what lies below a page as often as the page is long; a figure costs
 * more, since it reads every referral.
 */
final class CostLimits {

    /** Deep enough for the introspection query that GraphiQL sends, the deepest that anybody needs. */
    static final int DEEPEST = 20;

    /** A page of a hundred cases with their referrals, responses and institutions costs about half of it. */
    static final int DEAREST = 20_000;

    private static final int FIGURE = 150;
    private static final int REFERRALS_OF_A_CASE = 4;
    private static final Set<String> FIGURES = Set.of("responseTimes");
    private static final Set<String> PAGES = Set.of("proposals", "institutions", "entries", "history");

    private CostLimits() {}

    static List<Instrumentation> all() {
        return List.of(new Depth(), new Cost());
    }

    static int cost(FieldComplexityEnvironment field, int below) {
        String name = field.getField().getName();
        if (FIGURES.contains(name)) {
            return saturated(FIGURE + (long) below);
        }
        if (name.equals("referrals")) {
            // A list that is no page leads back to its case: what lies below it grows with every turn.
            return saturated(1 + (long) REFERRALS_OF_A_CASE * below);
        }
        return PAGES.contains(name) ? saturated(1 + (long) pageSize(field) * below) : saturated(1 + (long) below);
    }

    private static int saturated(long cost) {
        return (int) Math.min(cost, Integer.MAX_VALUE / 2);
    }

    private static int pageSize(FieldComplexityEnvironment field) {
        return Stream.of("first", "last")
                .map(field.getArguments()::get)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst()
                .map(asked -> Math.clamp(asked, 1, PageRequest.LARGEST))
                .orElse(PageRequest.USUAL);
    }

    private static AbortExecutionException tooComplex(String what, int is, int limit) {
        return new AbortExecutionException(
                "The question's %s is %d; at most %d is answered. Ask for less at once.".formatted(what, is, limit));
    }

    private static final class Depth extends MaxQueryDepthInstrumentation {

        Depth() {
            super(DEEPEST);
        }

        @Override
        protected AbortExecutionException mkAbortException(int depth, int limit) {
            return tooComplex("depth", depth, limit);
        }
    }

    private static final class Cost extends MaxQueryComplexityInstrumentation {

        Cost() {
            super(DEAREST, CostLimits::cost);
        }

        @Override
        protected AbortExecutionException mkAbortException(int cost, int limit) {
            return tooComplex("cost", cost, limit);
        }
    }
}
