package org.openengagement.query.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place in an order. It names the place by what it is ordered by, never by counting, so that nothing is skipped or shown
 * twice while events arrive.
 *
 * @param order the order it belongs to
 * @param key what the order goes by; empty where that is the id alone
 * @param id makes the place unique: the position of the event that began the thing
 * @param position the ledger position that the page was answered from; the next page is never answered from an earlier one
 */
public record Cursor(String order, String key, long id, long position) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z_.]{1,40}) (\\d{1,16}) (\\d{1,16}) (.{0,200})", Pattern.DOTALL);
    private static final int LONGEST = 1_200;

    /** The cursor as clients carry it. Its form is nobody's business and may change. */
    public String encoded() {
        String plain = String.format(Locale.ROOT, "%s %d %d %s", order, id, position, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws RequestException if it is none, or belongs to another order
     */
    public static Cursor decoded(String encoded, String order) {
        if (encoded.length() > LONGEST) {
            throw unknown();
        }
        byte[] plain;
        try {
            plain = Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        var parts = FORM.matcher(new String(plain, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw unknown();
        }
        if (!parts.group(1).equals(order)) {
            throw RequestException.badCursor("This cursor belongs to another order: ask for the first page again.");
        }
        return new Cursor(order, parts.group(4), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /**
     * The key as a whole number.
     *
     * @throws RequestException if it is none
     */
    public long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notANumber) {
            throw unknown();
        }
    }

    private static RequestException unknown() {
        return RequestException.badCursor("This is not a cursor that the ledger gave out.");
    }
}
