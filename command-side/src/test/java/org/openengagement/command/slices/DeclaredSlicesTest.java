package org.openengagement.command.slices;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Callers;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.intake.withdraw.WithdrawProposal;
import org.openengagement.command.support.count.CountSupport;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.support.SupportCounted;
import org.springframework.graphql.data.method.annotation.MutationMapping;

/** What slices declare is held against the ledger's events, the contract, and the code of the slices. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeclaredSlicesTest {

    /** What a case records beside what a slice decides: the stage that it moved to, and the ground of an earlier day. */
    private static final Set<Class<?>> RECORDED_BY_EVERY_CASE = Set.of(StatusChanged.class, GroundGiven.class);

    private static final DeclaredSlices SLICES = DeclaredSlices.ofTheCommandSide();
    private static final JavaClasses CODE = Code.ofTheCommandSide();

    @Test
    void every_class_that_is_a_slice_is_found() {
        assertThat(SLICES.all().stream().map(slice -> slice.type().getName()))
                .containsExactlyInAnyOrderElementsOf(CODE.stream()
                        .filter(type -> type.isAssignableTo(CommandSlice.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void every_command_has_a_slice() {
        assertThat(SLICES.all().stream().map(slice -> slice.command().getName()))
                .containsExactlyInAnyOrderElementsOf(CODE.stream()
                        .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void every_event_of_the_ledger_is_declared_by_a_slice_or_recorded_by_every_case() {
        Set<Class<?>> declared =
                SLICES.all().stream().flatMap(slice -> slice.events().stream()).collect(toSet());

        assertThat(declared).doesNotContainAnyElementsOf(RECORDED_BY_EVERY_CASE);
        declared.addAll(RECORDED_BY_EVERY_CASE);
        assertThat(declared).containsExactlyInAnyOrderElementsOf(Code.eventsOfTheLedger());
    }

    @Test
    void every_declared_event_is_made_by_the_slice_or_by_what_it_asks() {
        for (DeclaredSlice slice : SLICES.all()) {
            JavaClass type = CODE.get(slice.type());
            Set<String> made = Stream.concat(
                            Stream.of(type),
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(Dependency::getTargetClass)
                                    .filter(asked -> asked.getPackageName().startsWith("org.openengagement.command")))
                    .flatMap(maker -> maker.getConstructorCallsFromSelf().stream())
                    .map(call -> call.getTargetOwner().getName())
                    .collect(toSet());
            assertThat(made)
                    .as(slice.type().getSimpleName())
                    .containsAll(slice.events().stream().map(Class::getName).toList());
        }
    }

    @Test
    void every_mutation_of_the_contract_is_declared_by_a_slice_and_stands_in_its_folder() {
        Map<String, String> folders = new TreeMap<>();
        for (JavaClass type : CODE) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(MutationMapping.class)) {
                    folders.put(method.getName(), type.getPackageName());
                }
            }
        }
        Map<String, String> declared = new TreeMap<>();
        SLICES.all().stream()
                .filter(slice -> !slice.mutation().isEmpty())
                .forEach(slice -> declared.put(slice.mutation(), slice.type().getPackageName()));

        assertThat(declared).isEqualTo(folders);
        assertThat(declared.keySet()).isEqualTo(mutationsOfTheContract().keySet());
    }

    @Test
    void the_contract_tells_people_the_roles_that_a_slice_declares() {
        mutationsOfTheContract().forEach((mutation, description) -> {
            List<Role> roles = SLICES.ofMutation(mutation).roles();
            if (description.contains("Anyone may")) {
                assertThat(roles).as(mutation).contains(Role.CITIZEN);
            } else {
                assertThat(rolesIn(description))
                        .as("the roles in the description of %s", mutation)
                        .isEqualTo(Set.copyOf(roles));
            }
        });
    }

    private static Set<Role> rolesIn(String description) {
        return Arrays.stream(Role.values())
                .filter(role -> description.matches("(?s).*\\b" + role.name() + "\\b.*"))
                .collect(toSet());
    }

    @Test
    void a_mutation_is_named_as_its_command() {
        assertThat(SLICES.all().stream().filter(slice -> !slice.mutation().isEmpty()))
                .allSatisfy(slice -> assertThat(slice.mutation())
                        .isEqualToIgnoringCase(slice.command().getSimpleName()));
    }

    @Test
    void a_mutation_that_nobody_declares_is_not_taken() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SLICES.ofMutation("eraseEverything"))
                .withMessageContaining("eraseEverything");
    }

    @Test
    void two_slices_do_not_claim_one_mutation() {
        @Slice(
                mutation = "count",
                roles = {},
                events = SupportCounted.class)
        final class One extends Counting<CountSupport> {}

        @Slice(
                mutation = "count",
                roles = {},
                events = SupportCounted.class)
        final class Other extends Counting<WithdrawProposal> {}

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DeclaredSlices.of(List.of(One.class, Other.class)))
                .withMessageContaining("One")
                .withMessageContaining("Other")
                .withMessageContaining("count");
    }

    @Test
    void two_slices_do_not_claim_one_command() {
        @Slice(
                roles = {},
                events = SupportCounted.class)
        final class One extends Counting<CountSupport> {}

        @Slice(
                roles = {},
                events = SupportCounted.class)
        final class Other extends Counting<CountSupport> {}

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DeclaredSlices.of(List.of(One.class, Other.class)))
                .withMessageContaining(CountSupport.class.getName());
    }

    @Test
    void a_slice_declares_itself_and_an_event() {
        final class Silent extends Counting<CountSupport> {}

        @Slice(
                roles = {},
                events = {})
        final class Eventless extends Counting<CountSupport> {}

        for (Class<?> wrong : List.of(Silent.class, Eventless.class)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> DeclaredSlices.of(List.of(wrong)))
                    .withMessageContaining(wrong.getName());
        }
    }

    @Test
    void a_slice_decides_on_what_it_declares_only() {
        @Slice(
                roles = {},
                events = ReferralObserved.class)
        final class Untrue extends Counting<CountSupport> {}

        @Slice(
                roles = {},
                events = SupportCounted.class)
        final class Idle extends Counting<CountSupport> {
            @Override
            public List<LedgerEvent> decide(CountSupport command, CaseState state, Caller caller) {
                return List.of();
            }
        }

        for (CaseSlice<CountSupport> wrong : List.of(new Untrue(), new Idle())) {
            Deciding.given(CaseHistory.aPublishedProposal(), wrong)
                    .when(Callers.anImport(), new CountSupport(CaseHistory.CASE, 3))
                    .failsSaying(wrong.getClass().getName());
        }
    }

    @Test
    void a_slice_takes_its_own_command_only() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SLICES.ofMutation("closeCase").checked(new CountSupport(CaseHistory.CASE, 3)))
                .withMessageContaining("CountSupport");
    }

    /** Each mutation, with what the contract says of it. */
    private static Map<String, String> mutationsOfTheContract() {
        try (InputStream contract = DeclaredSlicesTest.class.getResourceAsStream("/graphql/mutation.graphqls")) {
            ObjectTypeDefinition mutations = Objects.requireNonNull(new SchemaParser()
                    .parse(Objects.requireNonNull(contract))
                    .getTypeOrNull("Mutation", ObjectTypeDefinition.class));
            return mutations.getFieldDefinitions().stream()
                    .collect(toMap(
                            FieldDefinition::getName,
                            mutation -> mutation.getDescription().getContent()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Decides that support was counted, whatever it declares. Slices that a method declares are never scanned for. */
    private abstract static class Counting<C extends CaseCommand<?>> implements CaseSlice<C> {

        @Override
        public List<LedgerEvent> decide(C command, CaseState state, Caller caller) {
            return List.of(new SupportCounted(3));
        }
    }
}
