package org.openengagement.command.slices;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.register.HolidayCalendarState;
import org.openengagement.command.register.InstitutionState;
import org.openengagement.command.register.LegalBasisState;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;

/** Every event of the ledger happens to streams of one kind, and the state of those takes it in; no other state does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryEventHasItsPlaceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static final Map<String, Consumer<LedgerEvent>> FOLDS = Map.of(
            "a case", event -> CaseState.NONE.evolve(event, DAY),
            "the ledger", LedgerState.NONE::evolve,
            "an institution", InstitutionState.NONE::evolve,
            "a legal basis", LegalBasisState.NONE::evolve,
            "a calendar", HolidayCalendarState.NONE::evolve);

    @Test
    void exactly_one_state_takes_each_event_in() {
        Set<Class<?>> events = Code.eventsOfTheLedger();

        assertThat(events).hasSizeGreaterThan(20);
        for (Class<?> type : events) {
            LedgerEvent event = (LedgerEvent) sample(type);
            assertThat(FOLDS.entrySet().stream()
                            .filter(fold -> takesIn(fold.getValue(), event))
                            .map(Map.Entry::getKey))
                    .as(type.getSimpleName())
                    .hasSize(1);
        }
    }

    @Test
    void every_state_that_is_folded_is_looked_at() {
        assertThat(Code.ofTheCommandSide().stream()
                        .filter(type -> type.isAssignableTo(StreamState.class) && type.isRecord()))
                .hasSize(FOLDS.size() - 1);
    }

    private static boolean takesIn(Consumer<LedgerEvent> fold, LedgerEvent event) {
        try {
            fold.accept(event);
            return true;
        } catch (IllegalArgumentException foreign) {
            return false;
        }
    }

    /** A value of a type, with a sample of every member. */
    private static Object sample(Class<?> type) {
        if (type.isRecord()) {
            Class<?>[] members = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(members)
                        .newInstance(Arrays.stream(members)
                                .map(EveryEventHasItsPlaceTest::sample)
                                .toArray());
            } catch (ReflectiveOperationException unmade) {
                throw new IllegalStateException("No sample can be made of " + type, unmade);
            }
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> "r1";
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> false;
            case "LocalDate" -> DAY;
            case "UUID" -> new UUID(0, 1);
            case "List" -> List.of();
            case "Map" -> Map.of();
            case "Sealed" -> Sealed.of("words", Audience.PUBLIC);
            default -> throw new IllegalStateException("Say here what a sample of %s is.".formatted(type));
        };
    }
}
