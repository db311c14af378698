package org.openengagement.command.register.institution;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.InstitutionState;
import org.openengagement.command.register.Register;
import org.openengagement.command.slices.EarlierDay;
import org.openengagement.command.slices.Slice;
import org.openengagement.command.slices.StreamSlice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.InstitutionRegistered;

/** Registers institutions. */
@Slice(
        mutation = "registerInstitution",
        roles = Role.ADMIN,
        earlierDay = EarlierDay.ANY,
        events = InstitutionRegistered.class)
record RegisterInstitutionSlice(Register register) implements StreamSlice<RegisterInstitution, InstitutionState> {

    @Override
    public String stream(RegisterInstitution command) {
        return Streams.institution(command.slug());
    }

    @Override
    public InstitutionState none() {
        return InstitutionState.NONE;
    }

    @Override
    public List<LedgerEvent> decide(RegisterInstitution command, InstitutionState state, Caller caller) {
        if (command.parent() != null) {
            register.needInstitution("parent", command.parent());
        }
        Rule.uphold(new AnInstitutionIsRegisteredOnce(command.slug(), state));
        return List.of(new InstitutionRegistered(
                command.slug(),
                command.name(),
                command.kind(),
                command.parent(),
                command.identifiers(),
                command.topics()));
    }

    record AnInstitutionIsRegisteredOnce(String slug, InstitutionState state) implements Rule {

        @Override
        public boolean isBroken() {
            return state.registered();
        }

        @Override
        public String sentence() {
            return "An institution is already registered as %s.".formatted(slug);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.CONFLICT;
        }

        @Override
        public List<String> field() {
            return List.of("slug");
        }
    }
}
