package org.openengagement.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlowestClassesTest {

    private static final Instant BEGAN = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path root;

    @Test
    void the_ten_slowest_of_all_modules_are_told_the_slowest_first() throws Exception {
        for (int number = 1; number <= 12; number++) {
            report(number % 2 == 0 ? "ledger" : "query-side", "org.example.Class" + number + "Test", number, BEGAN);
        }

        String told = SlowestClasses.told(SlowestClasses.reports(root, BEGAN));

        assertThat(told.lines())
                .hasSize(12)
                .contains(
                        "The slowest of 12 test classes (24 tests, 84 s in all, some of it side by side):",
                        "   12.5 s  ledger         org.example.Class12Test",
                        "    3.5 s  query-side     org.example.Class3Test");
        assertThat(told.indexOf("Class12Test")).isLessThan(told.indexOf("Class11Test"));
        assertThat(told).doesNotContain("Class2Test", "Class1Test");
    }

    @Test
    void reports_of_an_earlier_build_and_nested_classes_are_left_out() throws Exception {
        report("ledger", "org.example.StoreTest", 7, BEGAN);
        report("ledger", "org.example.StoreTest$Reading", 6, BEGAN);
        report("ledger", "org.example.GoneTest", 900, BEGAN.minusSeconds(1));

        assertThat(SlowestClasses.reports(root, BEGAN))
                .containsExactly(new SlowestClasses.Report("ledger", "org.example.StoreTest", 2, 7.5));
    }

    private void report(String module, String name, int seconds, Instant written) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Path file = Files.writeString(
                folder.resolve("TEST-" + name + ".xml"), String.format(Locale.ROOT, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" time="%d.5" tests="2" errors="0" skipped="0" failures="0"><properties/></testsuite>
                """, name, seconds));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
