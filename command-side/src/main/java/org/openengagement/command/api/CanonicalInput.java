package org.openengagement.command.api;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One text for one input, in whatever order its fields came. Every text carries its length, so no two inputs share one. */
final class CanonicalInput {

    private CanonicalInput() {}

    /** An input without its idempotency key. */
    static String of(Map<String, ?> input) {
        Map<String, Object> body = new TreeMap<>(input);
        body.remove(MutationDesk.IDEMPOTENCY_KEY);
        StringBuilder text = new StringBuilder();
        append(text, body);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append('0');
            case Map<?, ?> map -> {
                text.append('{');
                new TreeMap<>(map).forEach((key, member) -> {
                    // Absent and null mean the same in every input of ours.
                    if (member != null) {
                        append(text, String.valueOf(key));
                        append(text, member);
                    }
                });
                text.append('}');
            }
            case Collection<?> list -> {
                text.append('[');
                list.forEach(member -> append(text, member));
                text.append(']');
            }
            default -> {
                String plain = value.toString();
                text.append(plain.length()).append(':').append(plain);
            }
        }
    }
}
