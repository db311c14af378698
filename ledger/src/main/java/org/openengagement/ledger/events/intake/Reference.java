package org.openengagement.ledger.events.intake;

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

    /** More than this nobody types for 10 characters; it is not looked at, nor repeated. */
    private static final int LONGEST = 40;

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
        String plain = plain(typed);
        return hasTheForm(plain) && checkIsRight(plain) ? Optional.of(plain) : Optional.empty();
    }

    /** Why something that was typed is no reference, in a sentence for whoever typed it. */
    public static String whatIsWrongWith(String typed) {
        return hasTheForm(plain(typed))
                ? "The reference %s has a wrong check character; was a character misheard or mistyped?".formatted(typed)
                : "\"%s\" is not a reference: one has 10 digits and letters, without I, L, O and U, like 7H2K-9QX-4T5."
                        .formatted(typed.length() > LONGEST ? typed.substring(0, LONGEST) + "..." : typed);
    }

    /** Whether this is a reference exactly as the ledger writes it. */
    public static boolean isWritten(String reference) {
        return read(reference).filter(reference::equals).isPresent();
    }

    private static String plain(String typed) {
        return typed.length() > LONGEST
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
    }

    private static boolean hasTheForm(String plain) {
        return plain.length() == RANDOM_CHARACTERS + 1 && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    private static boolean checkIsRight(String plain) {
        return ALPHABET.charAt(check(plain.substring(0, RANDOM_CHARACTERS))) == plain.charAt(RANDOM_CHARACTERS);
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
