package org.openengagement.command.dispatch;

import java.util.List;
import org.openengagement.ledger.start.MendableFailure;

/**
 * A command was refused, and nothing of it was recorded. Unchecked, since Axon commits on a checked exception.
 *
 * <p>The message is a sentence for the person who sent the command.
 */
public final class Refusal extends RuntimeException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String rule;
    private final transient List<String> field;

    private Refusal(RefusalCode code, String rule, String sentence, List<String> field) {
        // A refusal is an answer, not a fault: it needs no stack trace, and imports make many.
        super(sentence, null, false, false);
        this.code = code;
        this.rule = rule;
        this.field = List.copyOf(field);
    }

    /** The input is wrong at a field, such as {@code location.latitude}. */
    public static Refusal invalid(String field, String sentence) {
        return new Refusal(RefusalCode.INVALID, "", sentence, List.of(field.split("\\.", -1)));
    }

    /** What a field names does not exist. */
    public static Refusal notFound(String field, String sentence) {
        return new Refusal(RefusalCode.NOT_FOUND, "", sentence, List.of(field));
    }

    /** Somebody else was first. */
    public static Refusal conflict(String sentence) {
        return new Refusal(RefusalCode.CONFLICT, "", sentence, List.of());
    }

    /** A rule is broken. */
    public static Refusal of(Rule rule) {
        return new Refusal(rule.code(), rule.getClass().getSimpleName(), rule.sentence(), rule.field());
    }

    static Refusal idempotencyMismatch() {
        return new Refusal(
                RefusalCode.IDEMPOTENCY_MISMATCH,
                "",
                "This idempotency key was used before, with another input. Take a new key for a new request.",
                List.of("idempotencyKey"));
    }

    public RefusalCode code() {
        return code;
    }

    /** The name of the broken rule; empty where none is. */
    public String rule() {
        return rule;
    }

    /** The path to the field that is wrong, within the input; empty where no single one is. */
    public List<String> field() {
        return field;
    }
}
