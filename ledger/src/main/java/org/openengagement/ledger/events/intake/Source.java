package org.openengagement.ledger.events.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Sealed;

/**
 * Where imported history comes from.
 *
 * @param name the source, such as {@code UK Parliament petitions}
 * @param licence its licence, an SPDX id where there is one
 * @param url the case there; sealed, since addresses hold slugs of titles
 * @param caseId the case's id there, stored as {@code case}; sealed, since such ids can hold names
 */
public record Source(
        String name,
        @Nullable String licence,
        @Nullable Sealed<String> url,
        @JsonProperty("case") @Nullable Sealed<String> caseId) {}
