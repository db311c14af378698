package org.openengagement.command.register.legalbasis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.LegalBasisState;
import org.openengagement.command.register.Register;
import org.openengagement.command.slices.EarlierDay;
import org.openengagement.command.slices.Slice;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** Enacts legal bases. */
@Slice(mutation = "enactLegalBasis", roles = Role.ADMIN, earlierDay = EarlierDay.ANY, events = LegalBasisEnacted.class)
record EnactLegalBasisSlice(Register register) implements StreamSlice<EnactLegalBasis, LegalBasisState> {

    @Override
    public String stream(EnactLegalBasis command) {
        return Streams.legalBasis(command.code());
    }

    @Override
    public LegalBasisState none() {
        return LegalBasisState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(EnactLegalBasis command, LegalBasisState state, Caller caller) {
        Rule.uphold(
                new ACalendarStandsInTheLedgerBeforeALawCountsByIt(command.calendar(), register),
                new ALegalBasisIsEnactedOnce(command.code(), state));
        return List.of(new LegalBasisEnacted(
                command.code(),
                command.title(),
                command.days(),
                command.unit(),
                command.rollForward(),
                command.pausable(),
                command.maxExtensionDays(),
                command.calendar()));
    }

    /**
     * It may be mistyped, and due days would then be computed with weekends alone. So it is for imports too: what a file names
     * stands before it in the file, or in the ledger already.
     */
    record ACalendarStandsInTheLedgerBeforeALawCountsByIt(
            @Nullable String calendar, Register register) implements Rule {

        @Override
        public boolean isBroken() {
            return calendar != null && register.calendar(calendar).isEmpty();
        }

        @Override
        public String sentence() {
            return "No holiday calendar was published as %s.".formatted(calendar);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_FOUND;
        }

        @Override
        public List<String> field() {
            return List.of("calendar");
        }
    }

    record ALegalBasisIsEnactedOnce(String basis, LegalBasisState state) implements Rule {

        @Override
        public boolean isBroken() {
            return state.enacted().isPresent();
        }

        @Override
        public String sentence() {
            return "A legal basis is already enacted as %s. A law that changed needs a code of its own."
                    .formatted(basis);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.CONFLICT;
        }

        @Override
        public List<String> field() {
            return List.of("code");
        }
    }
}
