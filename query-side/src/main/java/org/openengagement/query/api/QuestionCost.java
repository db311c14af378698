package org.openengagement.query.api;

import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a question costs. Every field costs one, and what lies below a page as often as the page is long; a figure costs more,
 * since it reads every referral.
 *
 * @param cost what it costs
 * @param depth how many fields lie below each other at most
 */
record QuestionCost(int cost, int depth) {

    /** Deep enough for the introspection query that GraphiQL sends, the deepest that anybody needs. */
    static final int DEEPEST = 20;

    /** A page of a hundred cases with their referrals, responses and institutions costs about half of it. */
    static final int DEAREST = 20_000;

    private static final QuestionCost NOTHING = new QuestionCost(0, 0);
    private static final int FIGURE = 150;
    private static final int REFERRALS_OF_A_CASE = 4;
    private static final Set<String> FIGURES = Set.of("responseTimes");
    private static final Set<String> PAGES = Set.of("proposals", "institutions", "entries", "history");

    /** The cost of an operation, which is known to be valid. */
    static QuestionCost of(ExecutionContext asked) {
        return new Count(asked.getFragmentsByName(), asked.getCoercedVariables().toMap())
                .of(asked.getOperationDefinition().getSelectionSet());
    }

    boolean isTooHigh() {
        return depth > DEEPEST || cost > DEAREST;
    }

    /** For a person: which of the two is too high. */
    String tooHigh() {
        return depth > DEEPEST ? tooHigh("depth", depth, DEEPEST) : tooHigh("cost", cost, DEAREST);
    }

    private static String tooHigh(String what, int used, int allowed) {
        return "The question's %s is %d; at most %d is answered.".formatted(what, used, allowed);
    }

    /** As answers carry it. */
    Map<String, Object> asExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("cost", Map.of("used", cost, "allowed", DEAREST));
        extensions.put("depth", Map.of("used", depth, "allowed", DEEPEST));
        return extensions;
    }

    private QuestionCost and(QuestionCost other) {
        return new QuestionCost(saturated((long) cost + other.cost), Math.max(depth, other.depth));
    }

    private static int saturated(long cost) {
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    /**
     * Counts one operation. Each fragment is counted once, however often it is spread: fragments that spread each other twice
     * would else take a time that doubles with each of them.
     */
    private static final class Count {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Object> variables;
        private final Map<String, QuestionCost> counted = new HashMap<>();

        private Count(Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
            this.fragments = fragments;
            this.variables = variables;
        }

        private QuestionCost of(@Nullable SelectionSet selections) {
            QuestionCost sum = NOTHING;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    sum = sum.and(of(selection));
                }
            }
            return sum;
        }

        private QuestionCost of(Selection<?> selection) {
            if (selection instanceof DirectivesContainer<?> conditional && isLeftOut(conditional)) {
                return NOTHING;
            }
            return switch (selection) {
                case Field field -> field(field, of(field.getSelectionSet()));
                case InlineFragment fragment -> of(fragment.getSelectionSet());
                case FragmentSpread spread -> fragment(spread.getName());
                default -> NOTHING;
            };
        }

        private QuestionCost fragment(String name) {
            QuestionCost known = counted.get(name);
            if (known == null) {
                FragmentDefinition fragment = fragments.get(name);
                known = fragment == null ? NOTHING : of(fragment.getSelectionSet());
                counted.put(name, known);
            }
            return known;
        }

        private QuestionCost field(Field field, QuestionCost below) {
            return new QuestionCost(saturated(own(field) + times(field) * below.cost), below.depth + 1);
        }

        private static long own(Field field) {
            return FIGURES.contains(field.getName()) ? FIGURE : 1;
        }

        private long times(Field field) {
            if (field.getName().equals("referrals")) {
                // A list that is no page leads back to its case: what lies below it grows with every turn.
                return REFERRALS_OF_A_CASE;
            }
            return PAGES.contains(field.getName()) ? pageSize(field) : 1;
        }

        private long pageSize(Field field) {
            return Stream.of("first", "last")
                    .flatMap(name -> field.getArguments().stream()
                            .filter(argument -> argument.getName().equals(name)))
                    .map(Argument::getValue)
                    .map(this::number)
                    .filter(asked -> asked >= 0)
                    .findFirst()
                    .map(asked -> Math.clamp(asked, 1, PageRequest.LARGEST))
                    .orElse(PageRequest.USUAL);
        }

        /** A whole number; -1 where there is none. */
        private long number(Value<?> value) {
            if (value instanceof IntValue literal) {
                BigInteger number = literal.getValue();
                return number == null || number.signum() < 0
                        ? -1
                        : number.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
            }
            return value instanceof VariableReference variable
                            && variables.get(variable.getName()) instanceof Integer number
                    ? number
                    : -1;
        }

        private boolean isLeftOut(DirectivesContainer<?> selection) {
            return selection.getDirectives().stream()
                    .anyMatch(directive -> (directive.getName().equals("skip") && is(directive, true))
                            || (directive.getName().equals("include") && is(directive, false)));
        }

        private boolean is(Directive directive, boolean wanted) {
            Argument condition = directive.getArgument("if");
            if (condition == null) {
                return false;
            }
            return switch (condition.getValue()) {
                case BooleanValue literal -> literal.isValue() == wanted;
                case VariableReference variable -> Boolean.valueOf(wanted).equals(variables.get(variable.getName()));
                default -> false;
            };
        }
    }
}
