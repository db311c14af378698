package org.openengagement.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.RealLedger;
import org.openengagement.command.cases.Callers;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.Request;

/**
 * A caller who got no answer sends the same again while the first is still under way: it comes to stand between the look for
 * it and the decision, and is then what the rules of the repeat see.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OvertakenRepeatTest {

    private static final Request REQUEST = new Request("the-request", "the-body");

    @TempDir
    Path directory;

    private RealLedger real;

    @BeforeEach
    void open() {
        real = new RealLedger(directory);
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void is_answered_as_the_first_was_where_a_rule_refuses_it() {
        Caller caller = caller().asking(REQUEST);

        Accepted<?> again =
                overtakenBy(() -> real.commands.dispatch(command(), caller)).dispatch(command(), caller);

        assertThat(again.repeated()).isTrue();
        assertThat(again.recorded().first()).isEqualTo(1);
        assertThat(real.store.size()).isEqualTo(2);
    }

    @Test
    void is_answered_as_the_first_was_where_the_first_took_its_own_claim() {
        Caller caller = caller().asking(REQUEST).claiming(Set.of("identity"));

        Accepted<?> again = overtakenBy(() -> real.commands.dispatch(command("first"), caller))
                .dispatch(command(), caller);

        assertThat(again.repeated()).isTrue();
        assertThat(real.store.size()).isEqualTo(2);
    }

    @Test
    void is_refused_where_it_was_somebody_else_who_came_first() {
        Caller other = caller().asking(new Request("another-request", "the-body"));
        Commands overtaken = overtakenBy(() -> real.commands.dispatch(command(), other));

        assertThatThrownBy(() -> overtaken.dispatch(command(), caller().asking(REQUEST)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already registered");
        assertThat(real.store.size()).isEqualTo(2);
    }

    @Test
    void is_refused_where_the_first_of_that_key_asked_for_something_else() {
        Caller other = caller().asking(new Request(REQUEST.claim(), "another-body"));
        Commands overtaken = overtakenBy(() -> real.commands.dispatch(command(), other));

        assertThatThrownBy(() -> overtaken.dispatch(command(), caller().asking(REQUEST)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.IDEMPOTENCY_MISMATCH));
        assertThat(real.store.size()).isEqualTo(2);
    }

    @Test
    void keeps_a_claim_from_whoever_comes_second() {
        Caller other = caller().claiming(Set.of("identity"));
        Commands overtaken = overtakenBy(() -> real.commands.dispatch(command("first"), other));

        assertThatThrownBy(() -> overtaken.dispatch(
                        command(), caller().claiming(Set.of("identity")).asking(REQUEST)))
                .isInstanceOf(ClaimTakenException.class);
        assertThat(real.store.size()).isEqualTo(2);
    }

    private static RegisterInstitution command() {
        return command("works");
    }

    private static RegisterInstitution command(String slug) {
        return new RegisterInstitution(slug, Map.of("en", "Works"), InstitutionKind.AGENCY, null, List.of(), List.of());
    }

    private static Caller caller() {
        return Callers.anImport();
    }

    /** The door to the ledger, where somebody comes between the look for a repeat and the decision. */
    private Commands overtakenBy(Runnable somebody) {
        return new Commands(new Overtaking(real.bus, somebody), real.store, real.ledger, attempt -> {});
    }

    /** A command bus that lets somebody go first, once. */
    private record Overtaking(CommandBus bus, Runnable somebody, AtomicBoolean gone) implements CommandBus {

        Overtaking(CommandBus bus, Runnable somebody) {
            this(bus, somebody, new AtomicBoolean());
        }

        @Override
        public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            if (gone.compareAndSet(false, true)) {
                somebody.run();
            }
            bus.dispatch(command, callback);
        }

        @Override
        public <C> void dispatch(CommandMessage<C> command) {
            throw new UnsupportedOperationException("Every command's answer is waited for.");
        }

        @Override
        public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
            return bus.subscribe(name, handler);
        }

        @Override
        public Registration registerDispatchInterceptor(
                MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
            return bus.registerDispatchInterceptor(interceptor);
        }

        @Override
        public Registration registerHandlerInterceptor(
                MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
            return bus.registerHandlerInterceptor(interceptor);
        }
    }
}
