package org.openengagement.ledger.store.appending;

import java.util.List;

/**
 * What can happen to one call.
 *
 * @param kind what goes wrong
 * @param callsLater for what is settled only later, after how many more calls, of anybody
 */
public record Trouble(Kind kind, int callsLater) {

    private static final int WHEN_ALL_IS_OVER = Integer.MAX_VALUE;

    /** By the very next call there would be no telling whether the write, or its answer, was lost. */
    private static final List<Integer> LATER =
            Boolean.getBoolean("oel.whole") ? List.of(2, 3, 4, 5, 7, WHEN_ALL_IS_OVER) : List.of(2, WHEN_ALL_IS_OVER);

    /** What can happen to a write that one process answers. */
    static final List<Trouble> OF_A_WRITE = join(List.of(
            List.of(
                    at(Kind.NONE),
                    at(Kind.LOST_ON_ITS_WAY),
                    at(Kind.ANSWER_LOST),
                    at(Kind.OTHERS_GO_FIRST),
                    at(Kind.REFUSED),
                    at(Kind.THE_PROCESS_DIES_BEFORE),
                    at(Kind.THE_PROCESS_DIES_AFTER)),
            later(Kind.ARRIVES_LATE)));

    /** What can happen to a write that a replica set answers: it may be taken back while no majority holds it. */
    public static final List<Trouble> OF_AN_INSERT = join(
            List.of(OF_A_WRITE, later(Kind.ON_NO_MAJORITY_UNTIL_LATER), later(Kind.ON_NO_MAJORITY_AND_ROLLED_BACK)));

    /** What can happen to a write whose holder must know when it was sent. */
    static final List<Trouble> OF_A_LEASE_WRITE =
            join(List.of(OF_A_WRITE, List.of(at(Kind.THE_OTHERS_GO_ON_BEFORE_THE_ANSWER))));

    /** What can happen to a read: one that is answered by a primary that was voted out can be behind, by little or much. */
    public static final List<Trouble> OF_A_READ = List.of(
            at(Kind.NONE),
            at(Kind.LOST_ON_ITS_WAY),
            at(Kind.OTHERS_GO_FIRST),
            at(Kind.THE_PROCESS_DIES_BEFORE),
            at(Kind.ONE_COMMIT_BEHIND),
            at(Kind.FAR_BEHIND));

    /** What can happen to a question that no state of the ledger answers, or a database that is one process. */
    static final List<Trouble> OF_A_QUESTION = OF_A_READ.subList(0, 4);

    /** What can happen to a look at a single document. */
    static final List<Trouble> OF_A_LOOK = OF_A_READ.subList(0, 5);

    /** What goes wrong. */
    public enum Kind {
        NONE,
        LOST_ON_ITS_WAY,
        ANSWER_LOST,
        OTHERS_GO_FIRST,
        REFUSED,
        THE_PROCESS_DIES_BEFORE,
        THE_PROCESS_DIES_AFTER,
        THE_OTHERS_GO_ON_BEFORE_THE_ANSWER,
        ARRIVES_LATE,
        ON_NO_MAJORITY_UNTIL_LATER,
        ON_NO_MAJORITY_AND_ROLLED_BACK,
        ONE_COMMIT_BEHIND,
        FAR_BEHIND
    }

    @Override
    public String toString() {
        return callsLater == 0
                ? kind.name()
                : callsLater == WHEN_ALL_IS_OVER ? kind + " (at the end)" : kind + " (" + callsLater + " calls later)";
    }

    private static Trouble at(Kind kind) {
        return new Trouble(kind, 0);
    }

    private static List<Trouble> later(Kind kind) {
        return LATER.stream().map(calls -> new Trouble(kind, calls)).toList();
    }

    private static List<Trouble> join(List<List<Trouble>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
