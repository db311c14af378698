package org.openengagement.schema;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Schema files as one text. */
final class Sdl {

    /** What is served. */
    static final Path SERVED = Path.of("src", "main", "resources", "graphql");

    private Sdl() {}

    static String text(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".graphqls"))
                    .sorted()
                    .toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(Files.readString(file)).append('\n');
        }
        return text.toString();
    }

    static TypeDefinitionRegistry types(Path folder) throws IOException {
        return new SchemaParser().parse(text(folder));
    }
}
