package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.cases.CaseView.Support;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;

/** That the supporters of a case are those that its source counted last, whenever the ledger learnt of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedSupportersTest {

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final CaseStory story = CaseStory.submitted(ledger, "0000000012", "2015-07-20", "A title", "A text");

    @Test
    void an_older_count_that_is_recorded_later_moves_nothing_back() {
        story.supportedBy(231_136, "2017-12-18").supportedBy(191_136, "2015-07-20");

        assertThat(supportAt(story.position())).isEqualTo(counted(231_136, "2017-12-18"));
    }

    @Test
    void of_two_counts_of_the_same_day_the_one_recorded_last_holds() {
        story.supportedBy(300, "2017-12-18").supportedBy(299, "2017-12-18");

        assertThat(supportAt(story.position())).isEqualTo(counted(299, "2017-12-18"));
    }

    @Test
    void a_case_as_of_an_earlier_position_has_the_count_that_was_known_then() {
        long older = story.supportedBy(191_136, "2015-07-20").position();
        long newer = story.supportedBy(231_136, "2017-12-18").position();
        long between = story.supportedBy(200_000, "2016-02-01").position();

        assertThat(supportAt(older)).isEqualTo(counted(191_136, "2015-07-20"));
        assertThat(supportAt(newer)).isEqualTo(counted(231_136, "2017-12-18"));
        assertThat(supportAt(between)).isEqualTo(counted(231_136, "2017-12-18"));
    }

    private @Nullable Support supportAt(long position) {
        return CaseView.fold(ledger.readStream(story.stream()), position)
                .orElseThrow()
                .support();
    }

    private static Support counted(long count, String on) {
        return new Support(count, LocalDate.parse(on));
    }
}
