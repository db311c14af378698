package org.openengagement.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.openengagement.ledger.axon.UnitMetaData;

/**
 * The bus that commands travel on: within this process, on the caller's own thread.
 *
 * <p>It is put together here and not by Axon's Spring configuration, which would roll back on unchecked exceptions only,
 * and would interrupt a handler after 60 seconds, in the middle of waiting for its events to become durable.
 */
public final class LocalCommandBus {

    private static final List<String> INHERITED_BY_EVENTS = List.of(
            UnitMetaData.ACTOR,
            UnitMetaData.EFFECTIVE_ON,
            UnitMetaData.CAUSED_BY,
            UnitMetaData.CLAIMS,
            UnitMetaData.REQUEST,
            UnitMetaData.RECEIPT);

    private LocalCommandBus() {}

    /**
     * A bus on which these handlers listen.
     *
     * @param handlers by the type of their command; each returns an {@link Outcome}
     */
    public static CommandBus of(Map<Class<?>, MessageHandler<CommandMessage<?>>> handlers) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(unitMetaData()));
        handlers.forEach((command, handler) -> bus.subscribe(command.getName(), handler));
        return bus;
    }

    /** Copies what belongs to the whole unit from the command to each of its events, where the engine looks for it. */
    public static CorrelationDataProvider unitMetaData() {
        return LocalCommandBus::inherited;
    }

    private static Map<String, ?> inherited(Message<?> message) {
        Map<String, Object> inherited = new HashMap<>(message.getMetaData());
        inherited.keySet().retainAll(INHERITED_BY_EVENTS);
        return inherited;
    }
}
