package org.openengagement.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessageHandler;

@AnalyzeClasses(locations = EveryModule.class)
class WhoMayKnowWhomTest {

    private static final String[] DATABASE = {"com.mongodb..", "org.bson.."};

    @ArchTest
    static final ArchRule each_layer_knows_those_below_it = layers().because(
                    "the two sides meet in the ledger's language only, so that either can be run and changed alone; the "
                            + "store and the log are of use to those who know no ledger; only standalone knows both sides");

    private static ArchRule layers() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.openengagement..");
        for (Layer layer : Layer.values()) {
            layers = layers.optionalLayer(layer.name()).definedBy(layer.root() + "..");
        }
        for (Layer layer : Layer.values()) {
            String[] below = layer.below().stream().map(Layer::name).toArray(String[]::new);
            layers = below.length == 0
                    ? layers.whereLayer(layer.name()).mayNotAccessAnyLayer()
                    : layers.whereLayer(layer.name()).mayOnlyAccessLayers(below);
        }
        return layers.ensureAllClassesAreContainedInArchitecture();
    }

    @ArchTest
    static void no_layer_may_know_more_than_it_does(JavaClasses classes) {
        Set<String> known = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency -> arrow(dependency).stream())
                .collect(toSet());

        assertThat(Stream.of(Layer.values())
                        .flatMap(layer -> layer.below().stream().map(below -> layer + " knows " + below)))
                .as("what the table allows, and no class needs")
                .isSubsetOf(known);
    }

    private static Optional<String> arrow(Dependency dependency) {
        Optional<Layer> from = Layer.of(dependency.getOriginClass().getPackageName());
        Optional<Layer> to = Layer.of(dependency.getTargetClass().getPackageName());
        return from.flatMap(layer -> to.map(below -> layer + " knows " + below));
    }

    @ArchTest
    static final ArchRule the_log_stands_on_the_jdk_alone = classes()
            .that()
            .resideInAPackage("org.openengagement.transparency..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.openengagement.transparency..")
            .because("its jar is also the auditors' verifier, and they should have to trust nothing else");

    @ArchTest
    static final ArchRule a_stored_document_is_seen_by_the_store_alone = noClasses()
            .that(describe("neither store, open nor measure a database", type -> !knowsTheDatabase(type)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASE)
            .because(
                    "a stored document is nobody's business but the store's; a configuration only hands the database on");

    private static boolean knowsTheDatabase(JavaClass type) {
        String room = type.getPackageName();
        if (room.startsWith("org.openengagement.ledger.")) {
            String outermost = outermost(type).getSimpleName();
            return room.startsWith("org.openengagement.ledger.store")
                    || outermost.startsWith("Mongo")
                    || outermost.endsWith("Configuration");
        }
        return room.startsWith("org.openengagement.benchmarks") || room.equals("org.openengagement.standalone");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(WhoMayKnowWhomTest::outermost).orElse(type);
    }

    @ArchTest
    static final ArchRule only_controllers_speak_graphql = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.graphql.data.method.annotation")
            .because("what a query or a mutation is called on the wire is decided in one kind of place");

    @ArchTest
    static final ArchRule projectors_send_no_commands = noClasses()
            .that()
            .resideInAPackage("org.openengagement.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.commandhandling..")
            .because("a projection that sends commands would send them again on every replay");

    @ArchTest
    static final ArchRule automations_do_not_run_on_replay = methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.openengagement.command..")
            .should()
            .beAnnotatedWith(DisallowReplay.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(DisallowReplay.class)
            .allowEmptyShould(true)
            .because("what was done when an event happened must not be done again when it is read again");

    @ArchTest
    static final ArchRule automations_say_what_they_handle = noClasses()
            .that()
            .resideInAPackage("org.openengagement.command..")
            .should()
            .beAssignableTo(EventMessageHandler.class)
            .orShould()
            .beAssignableTo(EventHandlerInvoker.class)
            .because("a handler without @EventHandler would run on replay unseen by the rule above");

    @ArchTest
    static final ArchRule nothing_walks_back = slices().assignedFrom(new Features())
            .should()
            .beFreeOfCycles()
            .because("an event's way is one line through the house");

    @ArchTest
    static final ArchRule no_room_leads_back_to_itself = slices().assignedFrom(new Rooms())
            .should()
            .beFreeOfCycles()
            .because("a room can be understood, and parted from the others, only if what it knows does not know it");

    /** Each package by itself; a feature of the command side together with its slices. */
    private static final class Rooms implements SliceAssignment {

        private static final Pattern SLICE = Pattern.compile(
                "(org\\.openengagement\\.command\\.(?:intake|referral|response|followup|support|register|recordkeeping))\\..*");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            Matcher slice = SLICE.matcher(type.getPackageName());
            return SliceIdentifier.of(slice.matches() ? slice.group(1) : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }

    /** A feature with its slices, such as {@code command.referral}: its controller knows them, and they its state. */
    private static final class Features implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] path = type.getPackageName().split("\\.", -1);
            return path.length < 4 ? SliceIdentifier.of(path[path.length - 1]) : SliceIdentifier.of(path[2], path[3]);
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
