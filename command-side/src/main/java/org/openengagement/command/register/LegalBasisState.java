package org.openengagement.command.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/**
 * What the rules need to know of a legal basis.
 *
 * @param terms as enacted; {@code null} before that
 */
public record LegalBasisState(@Nullable LegalBasisEnacted terms) implements StreamState<LegalBasisState> {

    public static final LegalBasisState NONE = new LegalBasisState(null);

    @Override
    public LegalBasisState evolve(LedgerEvent event) {
        return switch (event) {
            case LegalBasisEnacted enacted -> new LegalBasisState(enacted);
            default -> throw StreamState.foreign(event, "a legal basis");
        };
    }

    public Optional<LegalBasisEnacted> enacted() {
        return Optional.ofNullable(terms);
    }
}
