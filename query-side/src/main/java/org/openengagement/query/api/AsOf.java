package org.openengagement.query.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point of the ledger that somebody asks about: exactly one of the two, as the schema sees to.
 *
 * @param position what the ledger held when this position was its last
 * @param instant what the ledger held at this instant
 */
public record AsOf(@Nullable Long position, @Nullable Instant instant) {}
