package org.openengagement.command.intake.submit;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;

/**
 * Where imported history comes from.
 *
 * @param name the source, such as {@code UK Parliament petitions}
 * @param licence its licence, an SPDX id where there is one
 * @param url the case there
 * @param caseId the case's id there
 * @param publishesAtOnce whether it publishes whatever is submitted to it, on the same day
 */
public record Provenance(
        String name,
        @Nullable String licence,
        @Nullable String url,
        @Nullable String caseId,
        boolean publishesAtOnce) {

    public Provenance {
        Bounds.text("source.name", name, 200);
        Bounds.optional("source.licence", licence, 100);
        Bounds.optional("source.url", url, 2_000);
        Bounds.optional("case", caseId, 500);
    }
}
