package org.openengagement.command.importing.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Department for Transport                          | department-for-transport",
                "Foreign, Commonwealth & Development Office        | foreign-commonwealth-development-office",
                "Attorney General's  Office                        | attorney-generals-office",
                "Conseil d'\u00c9tat                              | conseil-detat",
            })
    void words_are_joined_and_accents_dropped(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u041e\u0441\u043d\u043e\u0432\u043d\u043e \u0443\u0447\u0438\u043b\u0438\u0448\u0442\u0435 7",
                "\u0141\u00f3d\u017a",
                "\u90e8 7",
                "...",
            })
    void a_name_that_would_lose_a_letter_gives_none(String name) {
        assertThat(Slugs.of(name)).isEmpty();
    }
}
