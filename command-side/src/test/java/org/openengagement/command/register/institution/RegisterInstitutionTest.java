package org.openengagement.command.register.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.openengagement.command.cases.Callers.*;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.ARegister;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.register.InstitutionState;
import org.openengagement.command.streams.StreamOf;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegisterInstitutionTest {

    @Test
    void an_admin_registers_an_institution() {
        given(List.of()).when(anAdmin(), prilep(null)).records(registered());
    }

    @Test
    void a_slug_names_one_institution() {
        given(List.of(registered()))
                .when(anAdmin(), prilep(null))
                .isRefusedBy(RegisterInstitutionSlice.AnInstitutionIsRegisteredOnce.class);
    }

    @Test
    void a_parent_is_registered_first() {
        given(List.of()).when(anAdmin(), prilep("atlantis")).isRefusedAs(RefusalCode.NOT_FOUND, "parent");
    }

    @Test
    void a_coordinator_keeps_no_register() {
        given(List.of()).when(aCoordinator(), prilep(null)).isRefusedBy("TheRoleMustAllowIt");
    }

    @Test
    void it_may_stand_since_an_earlier_day() {
        given(List.of()).when(on("2015-01-01", anAdmin()), prilep(null)).records(registered());
    }

    @Test
    void a_slug_is_fit_for_addresses() {
        for (String slug : List.of("", "Prilep", "-prilep", "pri/lep", "prilep ", "п", "x".repeat(101))) {
            assertThatExceptionOfType(Refusal.class)
                    .as(slug)
                    .isThrownBy(() -> new RegisterInstitution(
                            slug, Map.of("en", "x"), InstitutionKind.OTHER, null, List.of(), List.of()));
        }
    }

    @Test
    void it_has_one_name_in_a_language_whatever_the_case_of_its_letters() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> named(Map.of("en", "Prilep", "EN", "Town of Prilep")))
                .withMessageContaining("twice")
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("names"));
        assertThatNoException()
                .isThrownBy(() -> named(Map.of("sr-Latn", "Prilep", "sr-Cyrl", "Прилеп", "sr", "Прилеп")));
    }

    private static RegisterInstitution named(Map<String, String> names) {
        return new RegisterInstitution("prilep", names, InstitutionKind.MUNICIPALITY, null, List.of(), List.of());
    }

    private static Deciding<StreamOf<InstitutionState>> given(List<?> history) {
        return Deciding.onStream(new RegisterInstitutionSlice(ARegister.ofTheTests()), history);
    }

    private static RegisterInstitution prilep(@Nullable String parent) {
        return new RegisterInstitution(
                "prilep", Map.of("en", "Prilep"), InstitutionKind.MUNICIPALITY, parent, List.of(), List.of("parks"));
    }

    private static InstitutionRegistered registered() {
        return new InstitutionRegistered(
                "prilep", Map.of("en", "Prilep"), InstitutionKind.MUNICIPALITY, null, List.of(), List.of("parks"));
    }
}
