package org.openengagement.command.dispatch;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.axon.Receipt;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryTooLargeException;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.UnitTooLargeException;

/**
 * The one door through which commands reach the ledger. A command is answered only when its events are durable.
 *
 * <p>A command whose stream moved while it was being decided is decided again, a few times. A command that carries a
 * {@link Request} is carried out once: every repeat is answered from what the first one recorded.
 *
 * <p>May be called from any number of threads, virtual ones included; the caller's thread does the work, and nothing
 * interrupts it.
 */
public final class Commands {

    private static final int ATTEMPTS = 12;

    /** What a person or the caller can act on; whatever wraps it says nothing more. */
    private static final Set<Class<? extends RuntimeException>> TELLING = Set.of(
            Refusal.class,
            ClaimTakenException.class,
            ConcurrencyException.class,
            AggregateStreamCreationException.class,
            LedgerUnavailableException.class,
            NotTheWriterException.class,
            ClockOutOfBoundsException.class);

    private final CommandBus bus;
    private final LedgerStore store;
    private final OpenedLedger ledger;
    private final BackOff backOff;

    /**
     * @param bus where the slices' handlers listen, made by {@link LocalCommandBus}
     * @param store where requests are looked up
     * @param ledger what a repeat is answered from
     * @param backOff waits between two attempts
     */
    public Commands(CommandBus bus, LedgerStore store, OpenedLedger ledger, BackOff backOff) {
        this.bus = bus;
        this.store = store;
        this.ledger = ledger;
        this.backOff = backOff;
    }

    /**
     * Carries out a command, or answers its repeat.
     *
     * @throws Refusal if it is refused; nothing of it was recorded
     * @throws ClaimTakenException if the ledger holds one of the caller's own claims; nothing of it was recorded
     * @throws NotTheWriterException at once, if this process is a standby, also for a repeat: the writer answers it
     * @throws LedgerUnavailableException if the ledger cannot be reached or written now
     * @throws ClockOutOfBoundsException if this machine's clock cannot be trusted
     */
    public <R> Accepted<R> dispatch(Command<R> command, Caller caller) {
        // Before a text is kept that no entry would ever ask for.
        store.requireWritership();
        RuntimeException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Accepted<R>> earlier = repeatOf(command, caller.request());
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                return carryOut(command, caller);
            } catch (Refusal refused) {
                // The first attempt may have come to stand since it was looked for, and be what the rule saw.
                return repeatOf(command, caller.request()).orElseThrow(() -> refused);
            } catch (ConcurrencyException | AggregateStreamCreationException | ClaimTakenException moved) {
                if (moved instanceof ClaimTakenException taken
                        && caller.claims().contains(taken.claim())) {
                    return repeatOf(command, caller.request()).orElseThrow(() -> taken);
                }
                last = moved;
                backOff.before(attempt + 1);
            }
        }
        Refusal conflict = Refusal.conflict(
                "Too many others are changing the same thing at this moment. Nothing was recorded; please try again.");
        if (last != null) {
            conflict.addSuppressed(last);
        }
        throw conflict;
    }

    private <R> Optional<Accepted<R>> repeatOf(Command<R> command, @Nullable Request request) {
        if (request == null) {
            return Optional.empty();
        }
        Optional<RecordedRequest> recorded = store.request(request.claim());
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        if (!recorded.get().request().body().equals(request.body())) {
            throw Refusal.idempotencyMismatch();
        }
        Recorded where = recorded.get().recorded();
        return Optional.of(new Accepted<>(command.answer(RecordedOutcome.at(where, ledger)), where, true));
    }

    private <R> Accepted<R> carryOut(Command<R> command, Caller caller) {
        Receipt receipt = new Receipt();
        R answer = answer(bus, command, caller, receipt);
        Recorded recorded = receipt.recorded()
                .orElseThrow(() -> new IllegalStateException("%s was handled, but recorded nothing."
                        .formatted(command.getClass().getSimpleName())));
        return new Accepted<>(answer, recorded, false);
    }

    /** Has a command handled on a bus, once, and tells what its caller learns. */
    static <R> R answer(CommandBus bus, Command<R> command, Caller caller, Receipt receipt) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.<Command<R>, Outcome>dispatch(
                new GenericCommandMessage<>(command, metaData(caller, receipt)),
                (message, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null) {
            throw new IllegalStateException("The bus handed %s to another thread; it must be a local one."
                    .formatted(command.getClass().getSimpleName()));
        }
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return command.answer((Outcome) result.getPayload());
    }

    private static MetaData metaData(Caller caller, Receipt receipt) {
        MetaData metaData = MetaData.with(Caller.KEY, caller)
                .and(UnitMetaData.ACTOR, caller.actor())
                .and(UnitMetaData.EFFECTIVE_ON, caller.effectiveOn())
                .and(UnitMetaData.RECEIPT, receipt);
        if (caller.causedBy() != null) {
            metaData = metaData.and(UnitMetaData.CAUSED_BY, caller.causedBy());
        }
        if (!caller.claims().isEmpty()) {
            metaData = metaData.and(UnitMetaData.CLAIMS, caller.claims());
        }
        return caller.request() == null ? metaData : metaData.and(UnitMetaData.REQUEST, caller.request());
    }

    /** Axon wraps what a commit throws now and then; what the ledger itself said is what counts. */
    private static RuntimeException unchecked(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnitTooLargeException || cause instanceof EntryTooLargeException) {
                return Refusal.invalid("input", Objects.toString(cause.getMessage()));
            }
            if (TELLING.contains(cause.getClass())) {
                return (RuntimeException) cause;
            }
        }
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(thrown);
        };
    }
}
