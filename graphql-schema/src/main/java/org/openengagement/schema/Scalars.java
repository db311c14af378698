package org.openengagement.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scalars of the schema that GraphQL itself lacks. */
final class Scalars {

    /** RFC 8785 and JavaScript know whole numbers exactly up to here. */
    private static final BigInteger GREATEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    private static final int LARGEST_SCALE = 32;

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("Date", new Of<>(LocalDate.class, Object::toString, Scalars::day)),
                scalar("DateTime", new Of<>(Instant.class, MILLISECONDS::format, Scalars::instant)),
                scalar("Position", new Of<>(Long.class, position -> position, Scalars::position)),
                scalar("JSON", new Of<>(Object.class, json -> json, json -> json)));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static LocalDate day(Object input) {
        try {
            LocalDate day = LocalDate.parse(input.toString());
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("a day is written like 2026-03-01", notADay);
        }
        throw new IllegalArgumentException("the year is from 1 to 9999");
    }

    private static Instant instant(Object input) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(input.toString());
            if (instant.getYear() >= EARLIEST_YEAR && instant.getYear() <= LATEST_YEAR) {
                return instant.toInstant();
            }
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException("an instant is written like 2026-03-01T09:15:02.113Z", notAnInstant);
        }
        throw new IllegalArgumentException("the year is from 1 to 9999");
    }

    private static Long position(Object input) {
        BigInteger number;
        try {
            BigDecimal written = new BigDecimal(input.toString());
            if (Math.abs(written.scale()) > LARGEST_SCALE) {
                // Before it is made a whole number: 1e999999999 would fill the memory.
                throw new IllegalArgumentException("a position is a whole number from 0 to 2^53 - 1");
            }
            number = written.toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new IllegalArgumentException("a position is a whole number", notWhole);
        }
        if (number.signum() < 0 || number.compareTo(GREATEST) > 0) {
            throw new IllegalArgumentException("a position is from 0 to 2^53 - 1");
        }
        return number.longValueExact();
    }

    /** One scalar: how it is written, and how it is read. */
    private record Of<T>(Class<T> type, Function<T, Object> write, Function<Object, T> read)
            implements Coercing<T, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            if (!type.isInstance(value)) {
                throw new CoercingSerializeException("Not a %s: %s"
                        .formatted(type.getSimpleName(), value.getClass().getSimpleName()));
            }
            return write.apply(type.cast(value));
        }

        @Override
        public @Nullable T parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read.apply(input);
            } catch (IllegalArgumentException wrong) {
                throw new CoercingParseValueException(wrong.getMessage(), wrong);
            }
        }

        @Override
        public @Nullable T parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            Object literal = literal(input);
            try {
                return read.apply(literal);
            } catch (IllegalArgumentException wrong) {
                throw new CoercingParseLiteralException(wrong.getMessage(), wrong);
            }
        }

        private Object literal(Value<?> input) {
            if (type == Long.class && input instanceof IntValue number) {
                return Objects.requireNonNull(number.getValue());
            }
            if (type != Long.class && input instanceof StringValue text) {
                return Objects.requireNonNull(text.getValue());
            }
            throw new CoercingParseLiteralException("not written as this scalar is");
        }
    }
}
