package org.openengagement.embedded.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FoldersTest {

    @Test
    void a_folder_whose_names_cannot_be_put_on_disk_is_told(@TempDir Path folder) {
        Path noDisk = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(noDisk), "Linux alone has a folder that refuses to be synced.");

        assertThatThrownBy(() -> Folders.makeDurable(noDisk)).isInstanceOf(UncheckedIOException.class);
        Folders.makeDurable(folder);
        assertThat(folder).isEmptyDirectory();
    }
}
