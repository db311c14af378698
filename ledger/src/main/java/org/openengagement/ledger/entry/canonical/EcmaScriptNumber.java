package org.openengagement.ledger.entry.canonical;

import java.math.BigDecimal;
import java.math.MathContext;

/** The text of a number as ECMAScript writes it: {@code Number::toString} of ECMA-262, which RFC 8785 section 3.2.2.3 adopts. */
final class EcmaScriptNumber {

    /** From 10^21 on numbers are written with an exponent. */
    private static final int LONGEST_INTEGER = 21;

    /** Below 10^-6 numbers are written with an exponent. */
    private static final int MOST_LEADING_ZEROS = 6;

    private EcmaScriptNumber() {}

    /** The shortest text that reads back as the same number; the closest one where several are as short. The number is finite. */
    static String textOf(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + placed(digits, point);
    }

    /**
     * {@link Double#toString(double)} gives the shortest digits since JDK 19, but never fewer than two, and then the closest of
     * those with two: 4.9E-324 where ECMAScript writes 5e-324.
     */
    private static BigDecimal shortest(double number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (shortest.precision() == 2) {
            BigDecimal oneDigit =
                    new BigDecimal(number).round(new MathContext(1)).stripTrailingZeros();
            if (oneDigit.doubleValue() == number) {
                return oneDigit;
            }
        }
        return shortest;
    }

    /** The digits with the decimal point after the first {@code point} of them. */
    private static String placed(String digits, int point) {
        if (digits.length() <= point && point <= LONGEST_INTEGER) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= LONGEST_INTEGER) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_LEADING_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
