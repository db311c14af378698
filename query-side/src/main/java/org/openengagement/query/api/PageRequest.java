package org.openengagement.query.api;

import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param size how many at most, 0 to {@value #LARGEST}
 * @param backward whether they are counted from the back
 * @param after only what comes after this place
 * @param before only what comes before this place
 */
public record PageRequest(
        int size,
        boolean backward,
        @Nullable Cursor after,
        @Nullable Cursor before) {

    /** How many are on a page where nobody says. */
    public static final int USUAL = 20;

    /** How many are on a page at most. */
    public static final int LARGEST = 100;

    /**
     * Reads the arguments of a connection.
     *
     * @param order the order that its cursors belong to
     * @throws RequestException if they make no sense, or ask for too many
     */
    public static PageRequest of(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            String order) {
        if (first != null && last != null) {
            throw RequestException.invalid("Ask for the first or for the last, not for both.");
        }
        boolean backward = last != null;
        Integer asked = backward ? last : first;
        int size = asked == null ? USUAL : asked;
        if (size < 0) {
            throw RequestException.invalid("A page cannot hold %d.".formatted(size));
        }
        if (size > LARGEST) {
            throw RequestException.pageTooLarge(size, LARGEST);
        }
        return new PageRequest(
                size,
                backward,
                after == null ? null : Cursor.decoded(after, order),
                before == null ? null : Cursor.decoded(before, order));
    }

    /** The newest position that its cursors were answered from; -1 without one. */
    public long position() {
        return Math.max(after == null ? -1 : after.position(), before == null ? -1 : before.position());
    }
}
