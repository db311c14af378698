package org.openengagement.command.slices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;

/** Keeps {@code docs/slices.md}: the page follows from the declarations, so a change of roles shows in a file that is read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlicesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "slices.md");
    private static final Path NEW_PAGE = Path.of("target", "slices.md");
    private static final String MARK = "<!-- Below this line SlicesPageTest says what stands here. -->\n";
    private static final String CODE_OF_FEATURES = "../command-side/src/main/java/org/openengagement/command/";
    private static final List<Role> SHOWN =
            Arrays.stream(Role.values()).filter(role -> role != Role.IMPORT).toList();

    private static final JavaClasses CODE = Code.ofTheCommandSide();

    @Test
    void the_page_tells_what_the_slices_declare() throws IOException {
        String page = Files.readString(PAGE);
        int mark = page.indexOf(MARK);
        assertThat(mark).as("the mark in %s", PAGE).isPositive();

        String now = page.substring(0, mark + MARK.length()) + told();
        Files.createDirectories(NEW_PAGE.getParent());
        Files.writeString(NEW_PAGE, now);

        assertThat(page)
                .as("%s is out of date. Read what changed, and copy command-side/%s over it.", PAGE, NEW_PAGE)
                .isEqualTo(now);
    }

    private static String told() {
        StringBuilder told = new StringBuilder("\n## Who may send which command\n\n");
        told.append("| command | ").append(joined(SHOWN, Role::name, " | ")).append(" |\n");
        told.append("|---|").append("---|".repeat(SHOWN.size())).append('\n');
        for (DeclaredSlice slice : DeclaredSlices.ofTheCommandSide().all()) {
            told.append("| ").append(slice.command().getSimpleName());
            told.append(slice.roles().isEmpty() ? " (imports only) | " : " | ");
            told.append(joined(SHOWN, role -> slice.roles().contains(role) ? "yes" : "", " | "))
                    .append(" |\n");
        }
        told.append("\n## What may come of it, and which rules it must pass\n");
        append(told, "Role and day, for every command", Permissions.class);
        append(told, "Every command on a case", Cases.class);
        append(told, "Every command on a referral", ReferralSlice.class);
        Map<String, List<DeclaredSlice>> features = DeclaredSlices.ofTheCommandSide().all().stream()
                .collect(groupingBy(SlicesPageTest::feature, TreeMap::new, Collectors.toList()));
        features.forEach((feature, slices) -> {
            told.append("\n### [%s](%s%s)%n".formatted(feature, CODE_OF_FEATURES, feature));
            slices.forEach(slice -> append(told, slice));
        });
        return told.toString();
    }

    private static void append(StringBuilder told, DeclaredSlice slice) {
        told.append("\n**%s** → %s%s%n%n"
                .formatted(
                        slice.command().getSimpleName(),
                        joined(slice.events(), Class::getSimpleName, ", "),
                        slice.mutation().isEmpty() ? "; no mutation sends it" : ""));
        if (ReferralSlice.class.isAssignableFrom(slice.type())) {
            told.append("- the rules of every command on a referral\n");
        }
        if (slice.actOfAnInstitution()) {
            told.append("- an operator or a coordinator acts for the institution, and says on what ground\n");
        }
        if (slice.earlierDay() == EarlierDay.ANY) {
            told.append("- any earlier day may be claimed\n");
        }
        rules(slice.type()).forEach(rule -> told.append("- ").append(rule).append('\n'));
    }

    private static void append(StringBuilder told, String what, Class<?> upholding) {
        told.append("\n**%s**%n%n".formatted(what));
        rules(upholding).forEach(rule -> told.append("- ").append(rule).append('\n'));
    }

    private static String feature(DeclaredSlice slice) {
        return slice.type().getPackageName().split("\\.", -1)[3];
    }

    /** The rules that a class upholds, as sentences, by the alphabet: class files do not tell their order. */
    private static List<String> rules(Class<?> type) {
        return CODE.get(type).getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isAssignableTo(Rule.class))
                .map(call -> sentence(call.getTargetOwner().getSimpleName()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Rules are named as sentences: {@code NoActPrecedesDelivery} says that no act precedes delivery. */
    private static String sentence(String rule) {
        return rule.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static <T> String joined(List<? extends T> all, Function<T, String> shown, String between) {
        return all.stream().map(shown).collect(joining(between));
    }
}
