package org.openengagement.ledger.events.intake;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Sealed;

/**
 * Where a proposal is about. Each part is sealed.
 *
 * @param latitude decimal degrees as a string, WGS 84
 * @param longitude decimal degrees as a string, WGS 84
 * @param address an address line
 */
public record Location(
        @Nullable Sealed<String> latitude,
        @Nullable Sealed<String> longitude,
        @Nullable Sealed<String> address) {}
