package org.openengagement.command.register;

import java.util.Optional;
import org.openengagement.command.clock.WorkingDays;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** What the ledger's register holds now. */
public interface Register {

    boolean holdsInstitution(String slug);

    /** A legal basis as it was enacted. */
    Optional<LegalBasisEnacted> legalBasis(String code);

    /** The working days by the newest version of a calendar; empty where none was published. */
    Optional<WorkingDays> calendar(String code);

    /** Refuses the slug of an institution that is not registered, naming the input that holds it. */
    default void needInstitution(String field, String slug) {
        if (!holdsInstitution(slug)) {
            throw Refusal.notFound(field, "No institution is registered as %s.".formatted(slug));
        }
    }

    /** A legal basis, or the refusal of one that was never enacted. */
    default LegalBasisEnacted needLegalBasis(String code) {
        return legalBasis(code)
                .orElseThrow(() -> Refusal.notFound("legalBasis", "No legal basis was enacted as %s.".formatted(code)));
    }
}
