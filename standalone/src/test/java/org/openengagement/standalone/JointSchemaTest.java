package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.graphql.execution.SchemaReport;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JointSchemaTest {

    @Test
    void every_field_of_the_joint_schema_is_answered_by_something(@TempDir Path directory) {
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
            ledger.running().parts(RuntimeWiringConfigurer.class).forEach(each -> each.configure(wiring));

            SchemaReport report = SchemaMappingInspector.inspect(
                    ledger.running().part(GraphQlSource.class).schema(), wiring.build());

            assertThat(report.unmappedFields()).isEmpty();
            assertThat(report.unmappedRegistrations()).isEmpty();
            assertThat(report.unmappedArguments()).isEmpty();
        }
    }
}
