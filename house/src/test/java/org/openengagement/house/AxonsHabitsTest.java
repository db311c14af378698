package org.openengagement.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.Reader;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.MessageHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Axon 4's habits that would break a promise of the ledger, and can be kept out by looking at the code; the rest is in ADR 4. */
@AnalyzeClasses(locations = EveryModule.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AxonsHabitsTest {

    @ArchTest
    static final ArchRule nobody_is_a_saga = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.modelling.saga..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.spring.stereotype.Saga")
            .because("a saga keeps a state of its own outside the log, with texts that could never be erased, and acts"
                    + " again when it is reset; an automation reads the ledger and holds a position only");

    @ArchTest
    static final ArchRule nobody_processes_events_inside_the_commit = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SubscribingEventProcessor.class)
            .because(
                    "what a subscribing processor does is done before the events are durable, and its failure takes them back");

    @ArchTest
    static final ArchRule nobody_caches_events = noClasses()
            .that()
            .resideOutsideOfPackage("org.openengagement.benchmarks..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Cache.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EmbeddedEventStore.class)
            .because("opened texts would live on in the cache after they were erased");

    @ArchTest
    static final ArchRule handlers_throw_nothing_checked = methods()
            .that(describe("handle a message", AxonsHabitsTest::handles))
            .should(declareNothingChecked())
            .allowEmptyShould(true)
            .because(
                    "Axon commits a unit of work in spite of a checked exception; ours does not, and nobody should rely on either");

    @Test
    void each_rule_finds_what_it_is_against() {
        assertThat(finds(nobody_is_a_saga, ASaga.class)).isTrue();
        assertThat(finds(nobody_processes_events_inside_the_commit, InsideTheCommit.class))
                .isTrue();
        assertThat(finds(nobody_caches_events, WithACache.class)).isTrue();
        assertThat(finds(nobody_caches_events, OverACachingStore.class)).isTrue();
        assertThat(finds(handlers_throw_nothing_checked, Checked.class)).isTrue();
    }

    private static boolean finds(ArchRule rule, Class<?> culprit) {
        return rule.evaluate(new ClassFileImporter().importClasses(culprit)).hasViolation();
    }

    private static boolean handles(JavaMethod method) {
        return method.isAnnotatedWith(MessageHandler.class) || method.isMetaAnnotatedWith(MessageHandler.class);
    }

    private static ArchCondition<JavaMethod> declareNothingChecked() {
        return new ArchCondition<>("declare nothing checked") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean checked = method.getExceptionTypes().stream()
                        .anyMatch(thrown ->
                                !thrown.isAssignableTo(RuntimeException.class) && !thrown.isAssignableTo(Error.class));
                events.add(new SimpleConditionEvent(method, !checked, method.getFullName()));
            }
        };
    }

    static final class ASaga {

        @StartSaga
        @SagaEventHandler(associationProperty = "reference")
        void on(StringBuilder event) {
            event.append("seen");
        }
    }

    private record InsideTheCommit(@Nullable SubscribingEventProcessor processor) {}

    private record WithACache(WeakReferenceCache cache) {}

    private record OverACachingStore(@Nullable EmbeddedEventStore store) {}

    static final class Checked {

        @EventHandler
        void on(Reader event) throws IOException {
            event.close();
        }
    }
}
