package org.openengagement.ledger.store.appending;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides, wherever several things can happen, which one does. The first, 0, is what happens when nothing goes wrong. */
public final class Script {

    private final IntUnaryOperator decisions;
    private int[] offered = new int[32];
    private int[] chosen = new int[32];
    private int count;

    private Script(IntUnaryOperator decisions) {
        this.decisions = decisions;
    }

    /** Takes these decisions, and then lets nothing more go wrong. */
    static Script of(int... decisions) {
        return new Script(index -> index < decisions.length ? decisions[index] : 0);
    }

    /** Lets something go wrong once in so many times. */
    static Script drawn(Random random, int onceIn) {
        return new Script(index -> random.nextInt(onceIn) == 0 ? random.nextInt(1 << 20) : 0);
    }

    /** One of so many things, by number. */
    int choose(int possibilities) {
        int choice = decisions.applyAsInt(count) % possibilities;
        if (count == offered.length) {
            offered = Arrays.copyOf(offered, count * 2);
            chosen = Arrays.copyOf(chosen, count * 2);
        }
        offered[count] = possibilities;
        chosen[count++] = choice;
        return choice;
    }

    /** The same decisions, to be taken once more. */
    Script again() {
        return of(Arrays.copyOf(chosen, count));
    }

    /** Which decision, counted from 0, was not the first possibility, and which one it was. */
    @Override
    public String toString() {
        return IntStream.range(0, count)
                .filter(index -> chosen[index] != 0)
                .mapToObj(index -> index + "=" + chosen[index])
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * Plays every script in which at most so many things go wrong, each once.
     *
     * @param play plays a script to its end
     * @return how many there were
     */
    public static long every(int atMostWrong, Consumer<Script> play) {
        return every(new int[0], atMostWrong, play);
    }

    private static long every(int[] decisions, int mayStillGoWrong, Consumer<Script> play) {
        Script script = of(decisions);
        play.accept(script);
        long played = 1;
        if (mayStillGoWrong > 0) {
            for (int index = decisions.length; index < script.count; index++) {
                int[] next = Arrays.copyOf(decisions, index + 1);
                for (int choice = 1; choice < script.offered[index]; choice++) {
                    next[index] = choice;
                    played += every(next.clone(), mayStillGoWrong - 1, play);
                }
            }
        }
        return played;
    }
}
