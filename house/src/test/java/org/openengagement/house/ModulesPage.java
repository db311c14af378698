package org.openengagement.house;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The page of the modules, drawn from {@link Layer}, the poms, each room's {@code package-info}, and the rules. */
final class ModulesPage {

    private static final String PACKAGE_INFO = "package-info.java";
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link) ([^}]+)}");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)^(.*?\\.)(?:\\s|$)");

    private static final String INTRODUCTION = """
            # The modules

            Tests of the module `house` check every rule on this page, and one of them draws the page from the rules, the
            poms and each room's `package-info`. Do not edit it by hand: when it is out of date, that test writes the new page
            to `house/target/modules.md`.

            The rooms of the slices stand in [Slices](slices.md), which another test draws.

            A solid arrow: classes of the upper module may know the lower one, and do. A dotted arrow: only the build knows it,
            to start it or to test it.

            """;

    private ModulesPage() {}

    static String drawn() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(picture());
        modules().forEach(module -> page.append(section(module)));
        page.append(rules(WhoMayKnowWhomTest.class, HabitsOfTheHouseTest.class, AxonsHabitsTest.class));
        return page.toString();
    }

    private static List<String> modules() {
        return Stream.of(Layer.values()).map(Layer::module).distinct().toList();
    }

    private static String picture() {
        StringBuilder picture = new StringBuilder("```mermaid\nflowchart TD\n");
        for (String module : modules().reversed()) {
            Set<String> known = known(module);
            known.forEach(below -> picture.append("  %s --> %s\n".formatted(module, below)));
            Set<String> started = started(module);
            started.removeAll(known);
            started.forEach(below -> picture.append("  %s -.-> %s\n".formatted(module, below)));
        }
        return picture.append("```\n").toString();
    }

    private static Set<String> known(String module) {
        Set<String> known = layers(module)
                .flatMap(layer -> layer.below().stream())
                .map(Layer::module)
                .collect(toCollection(TreeSet::new));
        known.remove(module);
        return known;
    }

    private static Stream<Layer> layers(String module) {
        return Stream.of(Layer.values()).filter(layer -> layer.module().equals(module));
    }

    /** The modules that the pom names, tests apart. */
    private static Set<String> started(String module) {
        Set<String> started = new TreeSet<>();
        NodeList dependencies = pom(module).getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (text(dependency, "groupId").equals("org.openengagement")
                    && !text(dependency, "scope").equals("test")) {
                started.add(text(dependency, "artifactId"));
            }
        }
        return started;
    }

    private static String section(String module) {
        String rooms = layers(module).flatMap(ModulesPage::rooms).collect(joining());
        return """

                ## %s
                %s

                | room | what it is |
                |---|---|
                %s""".formatted(module, text(pom(module).getDocumentElement(), "description"), rooms);
    }

    private static Stream<String> rooms(Layer layer) {
        Path sources = Project.file(layer.module()).resolve("src/main/java");
        Path outermost = sources.resolve(layer.root().replace('.', '/'));
        return Project.files(outermost, file -> file.endsWith(PACKAGE_INFO)).stream()
                .map(packageInfo -> packageInfo.resolveSibling(""))
                .filter(room -> !isOfASlice(room))
                .map(room ->
                        "| `%s` | %s |\n".formatted(name(sources, room), firstSentence(room.resolve(PACKAGE_INFO))))
                .sorted();
    }

    /** Whether a room declares a slice, whose page is another. */
    private static boolean isOfASlice(Path room) {
        return Project.files(room, file -> file.toString().endsWith("Slice.java")).stream()
                .filter(file -> file.resolveSibling("").equals(room))
                .anyMatch(file -> Project.text(file).contains("\n@Slice("));
    }

    /** The name of a package, without what all have in common. */
    private static String name(Path sources, Path room) {
        return Project.name(room)
                .replace(Project.name(sources) + "/org/openengagement/", "")
                .replace('/', '.');
    }

    private static String firstSentence(Path packageInfo) {
        Matcher javadoc = JAVADOC.matcher(Project.text(packageInfo));
        if (!javadoc.find()) {
            throw new IllegalStateException(Project.name(packageInfo) + " does not say what the room is.");
        }
        String prose = javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
        Matcher sentence = FIRST_SENTENCE.matcher(INLINE_TAG.matcher(prose).replaceAll("`$1`"));
        return sentence.find() ? sentence.group(1) : prose;
    }

    private static String rules(Class<?>... tests) {
        StringBuilder rules = new StringBuilder("\n## The rules\n\n| rule | because |\n|---|---|\n");
        for (Class<?> test : tests) {
            for (Field field : test.getDeclaredFields()) {
                if (field.isAnnotationPresent(ArchTest.class)) {
                    rules.append("| %s | %s |\n".formatted(sentence(field.getName()), because(field)));
                }
            }
        }
        return rules.toString();
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String because(Field field) {
        try {
            String[] parts = ((ArchRule) field.get(null)).getDescription().split(", because ", 2);
            return parts[parts.length - 1];
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Document pom(String module) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(Project.file(module).resolve("pom.xml").toFile());
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of the first element of a name within another; empty where there is none. */
    private static String text(Element within, String name) {
        NodeList named = within.getElementsByTagName(name);
        return named.getLength() == 0 ? "" : named.item(0).getTextContent().strip();
    }
}
