package org.openengagement.standalone;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator is promised to measure, and what is measured. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(ReadersVillage.class)
class MetersTest {

    private static final Path PAGE = Path.of("..", "docs", "runbooks", "metrics.md");

    /** A row of one of its tables of metrics; some name two. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`oel\\.[^|]*)\\|");

    private static final Pattern NAME = Pattern.compile("`(oel\\.[a-z.]+)`");

    @Test
    void the_page_tells_every_meter_and_no_other_and_prometheus_gets_them_all(ServedLedger ledger) throws IOException {
        Set<String> measured = ledger.running().part(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith("oel."))
                .collect(toCollection(TreeSet::new));

        assertThat(measured).containsExactlyElementsOf(told());

        var scraped = ledger.get("/actuator/prometheus");
        assertThat(scraped.statusCode()).isEqualTo(200);
        assertThat(measured).allSatisfy(name -> assertThat(scraped.body()).contains("\n" + name.replace('.', '_')));
    }

    private static Set<String> told() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
