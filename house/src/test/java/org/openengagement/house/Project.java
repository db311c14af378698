package org.openengagement.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the project, as they lie in this checkout. */
final class Project {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target");

    private Project() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** Its path from the root of the project, with slashes. */
    static String name(Path file) {
        return Stream.of(ROOT.relativize(file).toString().split("[/\\\\]", -1)).collect(Collectors.joining("/"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All pages in Markdown, in the order of their names; none of a hidden or a made folder. */
    static List<Path> pages() {
        return files(file(""), file -> file.getFileName().toString().endsWith(".md"));
    }

    /** The files below a folder that are wanted, in the order of their names; none of a hidden or a made folder. */
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        Set<Path> found = new TreeSet<>();
        collect(folder, wanted, found);
        return List.copyOf(found);
    }

    private static void collect(Path folder, Predicate<Path> wanted, Set<Path> found) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!Files.isDirectory(entry)) {
                    if (wanted.test(entry)) {
                        found.add(entry);
                    }
                } else if (!name.startsWith(".") && !NOT_OURS.contains(name)) {
                    collect(entry, wanted, found);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
