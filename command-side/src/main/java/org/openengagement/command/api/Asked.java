package org.openengagement.command.api;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every mutation's input holds, beside what is its own. */
record Asked(
        String mutation,
        String idempotencyKey,
        @Nullable LocalDate effectiveOn,
        @Nullable String ground,
        String canonicalInput) {

    static Asked in(DataFetchingEnvironment call) {
        Map<String, Object> input = call.getArgumentOrDefault("input", Map.of());
        return new Asked(
                call.getField().getName(),
                String.valueOf(input.get(MutationDesk.IDEMPOTENCY_KEY)),
                input.get("effectiveOn") instanceof LocalDate day ? day : null,
                input.get("ground") instanceof String ground ? ground : null,
                CanonicalInput.of(input));
    }
}
