package org.openengagement.command.importing.translating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.ledger.events.LedgerEvent;

/** All verbs: one for each event that the ledger can hold. */
public final class Verbs {

    private static final List<Verb> ALL = Stream.of(
                    RecordkeepingVerbs.ALL,
                    RegisterVerbs.ALL,
                    IntakeVerbs.ALL,
                    ClockVerbs.ALL,
                    ReferralVerbs.ALL,
                    ResponseVerbs.ALL,
                    FollowUpVerbs.ALL,
                    SupportVerbs.ALL)
            .flatMap(Collection::stream)
            .toList();
    private static final Map<String, Verb> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Verb::type, Function.identity()));
    private static final Map<Class<? extends LedgerEvent>, Verb> BY_EVENT =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Verb::event, Function.identity()));

    private static final int LONGEST_SHOWN = 60;

    private Verbs() {}

    /** Every verb, in the order in which a reader meets them. */
    public static List<Verb> all() {
        return ALL;
    }

    /** The verb of a type; empty where the ledger has no such event. */
    public static Optional<Verb> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The number in its case that a recorded event gave to what has an id in its source; empty where it gave none. */
    public static Optional<String> number(LedgerEvent recorded) {
        return BY_EVENT.get(recorded.getClass()) instanceof CaseVerb verb
                ? Optional.ofNullable(verb.number(recorded))
                : Optional.empty();
    }

    /** Whether lines of a type are skipped, since the ledger makes such events anew by itself. */
    public static boolean isMadeAnew(String type) {
        return BY_TYPE.get(type) instanceof MadeAnew || LaterWords.SKIPPED.contains(type);
    }

    /** Whether a line begins a case. */
    public static boolean beginsCase(ImportLine line) {
        return BY_TYPE.get(line.type()) instanceof CaseVerb verb && verb.beginsCase();
    }

    /**
     * The verb of a line.
     *
     * @throws LineRefusedException if its type is not known here, or not taken yet
     */
    static Verb of(ImportLine line) {
        return named(line.type()).orElseThrow(() -> {
            String type = line.type();
            String shown = type.length() > LONGEST_SHOWN ? type.substring(0, LONGEST_SHOWN) + "..." : type;
            return LaterWords.REFUSED.contains(type)
                    ? notTakenYet(line)
                    : new LineRefusedException(line.number(), "%s is not a known event.".formatted(shown));
        });
    }

    /**
     * The verb of a line of a case.
     *
     * @throws LineRefusedException if the line is about no case
     */
    public static CaseVerb ofCase(ImportLine line) {
        if (of(line) instanceof CaseVerb verb) {
            return verb;
        }
        throw new LineRefusedException(line.number(), "%s is not an event of a case.".formatted(line.type()));
    }

    /**
     * Refuses a line that cannot be imported, whatever its fields are.
     *
     * @throws LineRefusedException if its type is not taken, or if it says a case where it must not, or none where it must
     */
    public static void requireTaken(ImportLine line) {
        switch (of(line)) {
            case CaseVerb verb -> {
                if (line.caseId() == null) {
                    throw new LineRefusedException(line.number(), "it must say which case it is about.");
                }
            }
            case RegisterVerb verb -> {
                if (line.caseId() != null) {
                    throw new LineRefusedException(line.number(), "%s belongs to no case.".formatted(line.type()));
                }
            }
            case MadeAnew verb -> throw notTakenYet(line);
            case NotTakenYet verb -> throw notTakenYet(line);
        }
    }

    static LineRefusedException notTakenYet(ImportLine line) {
        return new LineRefusedException(
                line.number(), "%s is not taken by this version of the ledger yet.".formatted(line.type()));
    }
}
