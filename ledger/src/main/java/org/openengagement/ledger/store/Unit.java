package org.openengagement.ledger.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one command. They are recorded together, at neighbouring positions, or not at all.
 *
 * @param entries one or more, at most 8 MB together
 * @param claims what must be unique in the ledger, beyond each entry's {@code stream#sequence}, which need not be named
 * @param request what makes the command idempotent
 */
public record Unit(
        List<PendingEntry> entries,
        Set<String> claims,
        @Nullable Request request) {}
