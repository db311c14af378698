package org.openengagement.ledger.store.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What MongoDB 6.0 answered to all {@link Scripts}, one command a line. It is made anew by {@link MongodAnswersTest} where the
 * property {@code oel.record} is {@code true}.
 */
final class RecordedAnswers {

    private static final String NAME = "answers-of-mongod-6.0.jsonl";

    private static final JsonWriterSettings EXACTLY =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private RecordedAnswers() {}

    static List<BsonDocument> to(Script script) {
        try (InputStream recorded = Objects.requireNonNull(RecordedAnswers.class.getResourceAsStream(NAME))) {
            return new String(recorded.readAllBytes(), UTF_8)
                    .lines()
                    .map(BsonDocument::parse)
                    .filter(line -> line.getString("script").getValue().equals(script.name()))
                    .map(line -> line.getDocument("answer"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void record(Stream<Script> scripts, Function<Script, List<BsonDocument>> answers) {
        List<String> lines = new ArrayList<>();
        scripts.forEach(script -> {
            List<BsonDocument> given = answers.apply(script);
            for (int index = 0; index < given.size(); index++) {
                lines.add(new BsonDocument("script", new BsonString(script.name()))
                        .append("command", script.commands().get(index))
                        .append("answer", given.get(index))
                        .toJson(EXACTLY));
            }
        });
        Path folder = Path.of(
                "src/test/resources", RecordedAnswers.class.getPackageName().replace('.', '/'));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(NAME), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
