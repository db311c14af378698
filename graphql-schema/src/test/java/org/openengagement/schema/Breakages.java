package org.openengagement.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds, in words, what a change of the contract breaks for a client that was written for the contract before: whatever it may send
 * must still be taken, and whatever it may receive must still be what it knows.
 */
final class Breakages {

    private static final String DEFAULT = " = ";

    private final Contract before;
    private final Contract now;
    private final List<String> found = new ArrayList<>();

    private Breakages(Contract before, Contract now) {
        this.before = before;
        this.now = now;
    }

    static List<String> between(Contract before, Contract now) {
        Breakages breakages = new Breakages(before, now);
        before.parts().forEach(breakages::kept);
        now.parts().forEach(breakages::added);
        return breakages.found;
    }

    private void kept(String coordinate, String was) {
        String is = now.at(coordinate);
        if (is == null) {
            if (isType(coordinate) || now.at(owner(coordinate)) != null) {
                found.add("%s %s is gone.".formatted(what(coordinate), coordinate));
            }
        } else if (isType(coordinate)) {
            type(coordinate, was, is);
        } else if (isSent(coordinate)) {
            sent(coordinate, was, is);
        } else if (!isKnown(was, is)) {
            found.add("%s was %s and is %s: a client gets what it does not know.".formatted(coordinate, was, is));
        }
    }

    private void added(String coordinate, String is) {
        boolean isNew = !isType(coordinate) && before.at(coordinate) == null && before.at(owner(coordinate)) != null;
        if (isNew && isSent(coordinate) && isRequired(is)) {
            found.add("%s %s is new and required: a client does not send it. Give it a default, or take the ! away."
                    .formatted(what(coordinate), coordinate));
        }
    }

    private void type(String name, String was, String is) {
        if (!kind(was).equals(kind(is))) {
            found.add("%s was %s and is %s.".formatted(name, kind(was), kind(is)));
            return;
        }
        if (is.endsWith("@oneOf") && !was.endsWith("@oneOf")) {
            found.add("%s is @oneOf now: a client that sends two of its fields is refused.".formatted(name));
        }
        Set<String> lost = members(was);
        lost.removeAll(members(is));
        String verb = kind(was).equals("union") ? "holds" : "implements";
        lost.forEach(member -> found.add("%s no longer %s %s.".formatted(name, verb, member)));
    }

    private void sent(String coordinate, String was, String is) {
        if (!isKnown(type(is), type(was))) {
            found.add(
                    type(is).equals(type(was) + "!")
                            ? "%s is required now: a client may leave it out or send null.".formatted(coordinate)
                            : "%s was %s and is %s: what a client sends is refused."
                                    .formatted(coordinate, type(was), type(is)));
        }
        String defaultBefore = defaultOf(was);
        if (!defaultBefore.isEmpty() && !defaultBefore.equals(defaultOf(is))) {
            found.add(
                    defaultOf(is).isEmpty()
                            ? "The default of %s, %s, is gone.".formatted(coordinate, defaultBefore)
                            : "The default of %s was %s and is %s."
                                    .formatted(coordinate, defaultBefore, defaultOf(is)));
        }
    }

    /** Whether all that may come as the second type may come as the first: they differ in {@code !} alone, if at all. */
    private static boolean isKnown(String type, String narrower) {
        if (type.endsWith("!")) {
            return narrower.endsWith("!") && isKnown(withoutLast(type), withoutLast(narrower));
        }
        String nullable = narrower.endsWith("!") ? withoutLast(narrower) : narrower;
        if (type.startsWith("[") && nullable.startsWith("[")) {
            return isKnown(withoutLast(type.substring(1)), withoutLast(nullable.substring(1)));
        }
        return type.equals(nullable);
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static boolean isRequired(String input) {
        return input.endsWith("!") && defaultOf(input).isEmpty();
    }

    private static String type(String input) {
        return input.split(DEFAULT, 2)[0];
    }

    private static String defaultOf(String input) {
        int at = input.indexOf(DEFAULT);
        return at < 0 ? "" : input.substring(at + DEFAULT.length());
    }

    private static String kind(String type) {
        return type.split(" ", 2)[0];
    }

    private static Set<String> members(String type) {
        String[] parts = type.split(" implements | of ", 2);
        return parts.length < 2 ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(parts[1].split(" & ")));
    }

    private static boolean isType(String coordinate) {
        return coordinate.indexOf('.') < 0;
    }

    /** Whether clients send it: an argument, or a field of an input. */
    private boolean isSent(String coordinate) {
        String what = what(coordinate);
        return what.equals("The argument") || what.equals("The input field");
    }

    /** The type that a field belongs to, the field that an argument belongs to. */
    private static String owner(String coordinate) {
        int argument = coordinate.indexOf('(');
        return coordinate.substring(0, argument < 0 ? coordinate.indexOf('.') : argument);
    }

    private String what(String coordinate) {
        if (isType(coordinate)) {
            return "The type";
        }
        if (coordinate.indexOf('(') >= 0) {
            return "The argument";
        }
        String type = before.at(owner(coordinate));
        return switch (type == null ? "" : kind(type)) {
            case "enum" -> "The value";
            case "input" -> "The input field";
            default -> "The field";
        };
    }
}
