package org.openengagement.command.importing.running;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;

/** Loads the demo's files, which lie in the class path under {@code /demo}. What is there already is passed over. */
public final class DemoImport {

    private record DemoFile(String name, String format) {}

    private static final List<DemoFile> FILES = List.of(
            new DemoFile("petitions.jsonl.gz", "uk-petitions"),
            new DemoFile("questions.jsonl.gz", "uk-written-questions"));

    private final Importer importer;

    public DemoImport(Importer importer) {
        this.importer = importer;
    }

    /**
     * Loads what is missing.
     *
     * @param progress told now and then which file is being loaded, and how far it is
     * @throws IOException if a file of the demo is missing or cannot be read
     */
    public void load(BiConsumer<String, ImportReport> progress) throws IOException {
        for (DemoFile each : FILES) {
            ImportFile.Content content = () -> opened(each.name());
            ImportFile file = new ImportFile(each.format(), ImportFile.sha256(content), content, null);
            importer.run(file, ImportOptions.PLAIN, report -> progress.accept(each.name(), report));
        }
    }

    private static InputStream opened(String name) throws IOException {
        InputStream content = DemoImport.class.getResourceAsStream("/demo/" + name);
        if (content == null) {
            throw new FileNotFoundException("This build carries no demo file %s.".formatted(name));
        }
        return content;
    }
}
