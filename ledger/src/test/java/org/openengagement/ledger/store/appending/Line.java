package org.openengagement.ledger.store.appending;

import java.util.List;
import org.openengagement.ledger.store.appending.Trouble.Kind;

/** One process's line to the database, on which the script says what goes wrong at each call. */
public final class Line {

    private final String process;
    private final World world;
    private boolean died;

    Line(String process, World world) {
        this.process = process;
        this.world = world;
    }

    /** What the process shares with the others. */
    public World world() {
        return world;
    }

    /**
     * A call begins, and meets with what the script has for it.
     *
     * @return what, unless that was of a kind that is over by now
     * @throws ProcessDied if the process dies before anything happened
     */
    public Trouble meet(String call, List<Trouble> troubles) {
        world.call();
        Trouble trouble = world.choose(troubles);
        world.tell(() -> "%s %s: %s".formatted(process, call, trouble));
        if (trouble.kind() == Kind.OTHERS_GO_FIRST) {
            world.turns.letOthersGoFirst();
            world.tell(() -> "%s goes on to where it %s".formatted(process, call));
        }
        if (trouble.kind() == Kind.THE_PROCESS_DIES_BEFORE) {
            throw death();
        }
        return trouble;
    }

    /** The process dies now. */
    public ProcessDied death() {
        died = true;
        return new ProcessDied();
    }

    /** Whether the process died since this was last asked. */
    boolean died() {
        boolean dead = died;
        died = false;
        return dead;
    }

    /** The end of a process, in the middle of a call. What it knew is forgotten. */
    public static final class ProcessDied extends Error {

        private static final long serialVersionUID = 1;

        private ProcessDied() {
            super("The process died.", null, false, false);
        }
    }
}
