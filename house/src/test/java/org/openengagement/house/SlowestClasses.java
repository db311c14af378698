package org.openengagement.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the test classes that took longest, over all modules, from Surefire's reports. The build runs it at its end. After a
 * build that failed, run it from the root of the project with {@code java}, as a source file, version 17 or later:
 * {@code java house/src/test/java/org/openengagement/house/SlowestClasses.java .}
 */
final class SlowestClasses {

    private static final int SHOWN = 10;

    private SlowestClasses() {}

    /**
     * What Surefire reports of one class.
     *
     * @param seconds by the clock, with what its nested classes took
     */
    record Report(String module, String name, int tests, double seconds) {}

    /**
     * Prints the list.
     *
     * @param arguments the project's root; then, if given, the instant at which the build began: older reports are left out
     */
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Instant began = arguments.length > 1 ? Instant.parse(arguments[1]) : Instant.EPOCH;
        System.out.print(told(reports(Path.of(arguments[0]), began)));
    }

    /** The reports of all modules below a folder, nested classes left out, since their class counts them. */
    static List<Report> reports(Path root, Instant began) throws IOException, XMLStreamException {
        List<Report> reports = new ArrayList<>();
        try (Stream<Path> found = Files.find(root, 4, (path, attributes) -> isReport(root.relativize(path)))) {
            for (Path file : found.toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(began)) {
                    reports.add(read(root.relativize(file).getName(0).toString(), file));
                }
            }
        }
        return reports.stream().filter(report -> !report.name().contains("$")).toList();
    }

    /** The ten slowest, the slowest first, in words for the end of a build. */
    static String told(List<Report> reports) {
        StringBuilder told = new StringBuilder(String.format(
                Locale.ROOT,
                "%nThe slowest of %,d test classes (%,d tests, %,.0f s in all, some of it side by side):%n",
                reports.size(),
                reports.stream().mapToInt(Report::tests).sum(),
                reports.stream().mapToDouble(Report::seconds).sum()));
        reports.stream()
                .sorted(Comparator.comparingDouble(Report::seconds).reversed())
                .limit(SHOWN)
                .forEach(report -> told.append(String.format(
                        Locale.ROOT, "%7.1f s  %-14s %s%n", report.seconds(), report.module(), report.name())));
        return told.toString();
    }

    private static boolean isReport(Path file) {
        return file.getNameCount() == 4
                && file.getName(1).toString().equals("target")
                && file.getName(2).toString().equals("surefire-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    /** Only its first element: the properties and the output behind it can be long. */
    private static Report read(String module, Path file) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
            try {
                xml.nextTag();
                return new Report(
                        module,
                        xml.getAttributeValue(null, "name"),
                        Integer.parseInt(xml.getAttributeValue(null, "tests")),
                        Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")));
            } finally {
                xml.close();
            }
        }
    }
}
