package org.openengagement.benchmarks.measuring;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a run found, as Markdown, so that it can go into the results page as it is. */
public final class Report {

    private final PrintStream out;
    private final List<Goal> goals = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    /** Starts a table. */
    public void table(String title, String... columns) {
        out.printf("%n### %s%n%n", title);
        out.println("| " + String.join(" | ", columns) + " |");
        out.println("|---|" + String.join("", Collections.nCopies(columns.length - 1, "---:|")));
    }

    /** Adds a line to it. */
    public void row(String name, Object... figures) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        for (Object figure : figures) {
            row.append(' ').append(text(figure)).append(" |");
        }
        out.println(row);
        out.flush();
    }

    /** Says something between tables. */
    public void note(String sentence) {
        out.printf("%n%s%n", sentence);
        out.flush();
    }

    /** Sets a figure beside its goal; the goals are told together at the end. */
    public void goal(Goal goal) {
        goals.add(goal);
    }

    /** Tells all goals. */
    public void goals() {
        table("Goals", "goal", "wanted", "measured", "met");
        goals.forEach(goal -> out.println(goal.row()));
    }

    private static String text(Object figure) {
        return switch (figure) {
            case Ratio ratio -> String.format(Locale.ROOT, "%.2f x", ratio.times());
            case Double number -> String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
            default -> String.valueOf(figure);
        };
    }

    /** How many times one figure holds another. */
    public record Ratio(double times) {}
}
