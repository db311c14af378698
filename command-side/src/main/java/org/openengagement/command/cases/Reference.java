package org.openengagement.command.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The public reference of a case: 9 random characters and 1 check character of Crockford's 32, short enough to be read
 * over the phone.
 *
 * <p>Check: each character is a number from 0 to 31, that is an element of the field GF(2^5) with the polynomial
 * x^5 + x^2 + 1, whose element a = 2 is primitive. The check character c makes x1 a^9 + x2 a^8 + ... + x9 a + c = 0. All
 * the powers differ, so every single wrong character and every swap of two characters, neighbours or not, is found.
 *
 * <p>Reading is forgiving in Crockford's way: lower case, hyphens and spaces, O for 0, I and L for 1.
 */
public final class Reference {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 9;
    private static final int POLYNOMIAL = 0b100101;

    private Reference() {}

    /** A fresh reference. */
    public static String random(RandomGenerator random) {
        StringBuilder characters = new StringBuilder(RANDOM_CHARACTERS + 1);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return characters.append(ALPHABET.charAt(check(characters))).toString();
    }

    /** What somebody typed, as the reference that it is; empty where it is none. */
    public static Optional<String> read(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != RANDOM_CHARACTERS + 1 || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        boolean right =
                ALPHABET.charAt(check(plain.substring(0, RANDOM_CHARACTERS))) == plain.charAt(RANDOM_CHARACTERS);
        return right ? Optional.of(plain) : Optional.empty();
    }

    /** What somebody typed, short enough for a sentence. */
    static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "..." : typed;
    }

    /** Whether this is a reference exactly as the ledger writes it. */
    public static boolean isWritten(String reference) {
        return read(reference).filter(reference::equals).isPresent();
    }

    private static int check(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum = timesTwo(sum ^ ALPHABET.indexOf(characters.charAt(i)));
        }
        return sum;
    }

    private static int timesTwo(int element) {
        int doubled = element << 1;
        return doubled > 31 ? doubled ^ POLYNOMIAL : doubled;
    }
}
