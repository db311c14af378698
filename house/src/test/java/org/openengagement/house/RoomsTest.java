package org.openengagement.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomsTest {

    private static final long MOST_FILES = 25;

    @Test
    void no_room_has_grown_into_a_warehouse() {
        Map<String, Long> files = Project.files(
                        Project.file(""), file -> file.toString().endsWith(".java"))
                .stream()
                .collect(groupingBy(file -> Project.name(folderOf(file)), counting()));

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files)
                .as("Java files in a package: part one that has more than %d", MOST_FILES)
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_FILES));
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling("");
    }
}
