package org.openengagement.query.following;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How old a node's answers are.
 *
 * @param position the last position that every answer reflects; -1 for none
 * @param behind how many entries more the ledger held when it last answered
 * @param asOf every entry recorded up to here is in the answers; {@code null} while none is known to be
 * @param reachable whether the ledger answers this node
 */
public record Freshness(
        long position, long behind, @Nullable Instant asOf, boolean reachable) {

    /** How long ago the answers were the newest; zero while that is not known. */
    public Duration age(Instant now) {
        return asOf == null || asOf.isAfter(now) ? Duration.ZERO : Duration.between(asOf, now);
    }

    /** As answers and the health carry it. */
    public Map<String, Object> asMap() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("position", position);
        said.put("behind", behind);
        if (asOf != null) {
            said.put("asOf", asOf.toString());
        }
        said.put("reachable", reachable);
        return said;
    }
}
