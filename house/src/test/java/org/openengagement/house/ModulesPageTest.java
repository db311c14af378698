package org.openengagement.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The page of the modules says what the poms, the rooms and the rules say. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModulesPageTest {

    @Test
    void the_page_of_the_modules_is_up_to_date() throws IOException {
        String drawn = ModulesPage.drawn();
        Path page = Project.file("docs/modules.md");
        Path pasted = Project.file("house/target/modules.md");
        Files.createDirectories(pasted.getParent());
        Files.writeString(pasted, drawn);

        assertThat(Files.exists(page) ? Project.text(page) : "")
                .as("docs/modules.md is out of date. Paste its new text, which is in %s", Project.name(pasted))
                .isEqualTo(drawn);
    }
}
