package org.openengagement.query.api;

import java.util.Map;

/** A GraphQL request is refused, for a reason that its sender can understand. */
public final class RequestException extends RuntimeException {

    private final transient Map<String, Object> extensions;

    private RequestException(String code, String message, Map<String, Object> more) {
        super(message);
        var all = new java.util.LinkedHashMap<String, Object>();
        all.put("code", code);
        all.putAll(more);
        this.extensions = java.util.Collections.unmodifiableMap(all);
    }

    /** The input makes no sense; the message says which and why. */
    public static RequestException invalid(String message) {
        return new RequestException("INVALID", message, Map.of());
    }

    /** More was asked for at once than a page may hold. */
    public static RequestException pageTooLarge(int asked, int largest) {
        return new RequestException(
                "PAGE_TOO_LARGE",
                "A page holds at most %d; %d were asked for.".formatted(largest, asked),
                Map.of("largest", largest));
    }

    /** A cursor that this ledger never gave out, or gave out for another order. */
    public static RequestException badCursor(String message) {
        return new RequestException("BAD_CURSOR", message, Map.of());
    }

    /** This node did not reach a position in time. */
    public static RequestException behind(long asked, long reached) {
        return new RequestException(
                "BEHIND",
                "This node answers from position %d; position %d was asked for. Ask again shortly."
                        .formatted(reached, asked),
                Map.of("asked", asked, "reached", reached));
    }

    /** The ledger cannot be asked just now. */
    public static RequestException unavailable(String message) {
        return new RequestException("UNAVAILABLE", message, Map.of());
    }

    /** The code and what belongs to it, as the answer carries them. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
