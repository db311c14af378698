package org.openengagement.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors, see {@code vectors/SOURCES.md}. */
final class Vectors {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Vectors() {}

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(root().resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String name) {
        return MAPPER.readTree(bytes(name));
    }

    /** Every JSON file under a folder, under its own name. */
    static Stream<Named<JsonNode>> under(String folder) {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> root().relativize(file).toString())
                    .sorted()
                    .map(name -> Named.of(name, json(name)))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Base64 hashes. What has not 32 bytes is no hash: the type lets it go no further. */
    static List<Hash> hashes(JsonNode base64) {
        List<Hash> hashes = new ArrayList<>();
        base64.forEach(hash -> hashes.add(hash(hash)));
        return hashes;
    }

    static Hash hash(JsonNode base64) {
        return Hash.of(Base64.getDecoder().decode(base64.stringValue()));
    }

    static Hash hex(JsonNode hex) {
        return Hash.of(HexFormat.of().parseHex(hex.stringValue()));
    }

    private static Path root() {
        try {
            URI file = Objects.requireNonNull(Vectors.class.getResource("/vectors/SOURCES.md"))
                    .toURI();
            return Objects.requireNonNull(Path.of(file).getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
