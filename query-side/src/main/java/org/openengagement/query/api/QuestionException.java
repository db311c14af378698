package org.openengagement.query.api;

import java.util.Map;

/** A question cannot be answered, for a reason that whoever asked can understand. */
public final class QuestionException extends RuntimeException {

    private final transient Map<String, Object> extensions;

    private QuestionException(String code, String message, Map<String, Object> more) {
        super(message);
        var all = new java.util.LinkedHashMap<String, Object>();
        all.put("code", code);
        all.putAll(more);
        this.extensions = java.util.Collections.unmodifiableMap(all);
    }

    /** The input makes no sense; the message says which and why. */
    public static QuestionException invalid(String message) {
        return new QuestionException("INVALID", message, Map.of());
    }

    /** More was asked for at once than a page may hold. */
    public static QuestionException pageTooLarge(int asked, int largest) {
        return new QuestionException(
                "PAGE_TOO_LARGE",
                "A page holds at most %d; %d were asked for.".formatted(largest, asked),
                Map.of("largest", largest));
    }

    /** A cursor that this ledger never gave out, or gave out for another order. */
    public static QuestionException badCursor(String message) {
        return new QuestionException("BAD_CURSOR", message, Map.of());
    }

    /** This node did not reach a position in time. */
    public static QuestionException behind(long asked, long reached) {
        return new QuestionException(
                "BEHIND",
                "This node answers from position %d; position %d was asked for. Ask again shortly."
                        .formatted(reached, asked),
                Map.of("asked", asked, "reached", reached));
    }

    /** The ledger cannot be asked just now. */
    public static QuestionException unavailable(String message) {
        return new QuestionException("UNAVAILABLE", message, Map.of());
    }

    /** The code and what belongs to it, as the answer carries them. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
