package org.openengagement.query.api.bounds;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The variables of a request, for what is asked of them before it is carried out.
 *
 * @param values by name, as coerced
 */
record RequestVariables(Map<String, Object> values) {

    private static final BigInteger GREATEST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** A whole number from 0, cut off at {@link Integer#MAX_VALUE}; empty where there is none. */
    OptionalInt natural(Value<?> value) {
        if (value instanceof IntValue literal) {
            BigInteger number = literal.getValue();
            return number == null || number.signum() < 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(number.min(GREATEST).intValue());
        }
        return value instanceof VariableReference variable
                        && values.get(variable.getName()) instanceof Integer number
                        && number >= 0
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    /** Whether {@code @skip} or {@code @include} leaves this part of the request out. */
    boolean leaveOut(DirectivesContainer<?> selection) {
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
            case VariableReference variable -> Boolean.valueOf(wanted).equals(values.get(variable.getName()));
            default -> false;
        };
    }
}
