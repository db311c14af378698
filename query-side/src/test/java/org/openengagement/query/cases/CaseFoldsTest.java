package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseFoldsTest {

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final CaseFolds folds = new CaseFolds(ledger, 1);

    @Test
    void a_case_that_changed_is_never_told_again_as_it_was_when_somebody_asked_for_it() {
        CaseStory story = CaseStory.submitted(ledger, "0000000012", "2026-01-05", "A title", "A text");
        CaseView before = CaseView.fold(ledger.readStream(story.stream()), ledger.size() - 1)
                .orElseThrow();
        folds.remember(before, folds.changes());
        assertThat(folds.atHand(story.stream())).contains(before);

        long changed = ledger.size();
        story.published("2026-01-06");
        takeInAndShowFrom(changed);
        assertThat(folds.atHand(story.stream()).orElseThrow().isPublic()).isTrue();

        long another = ledger.size();
        CaseStory.submitted(ledger, "0000000024", "2026-01-06", "Another", "Another");
        takeInAndShowFrom(another);
        assertThat(folds.atHand(story.stream())).as("only one has room").isEmpty();
    }

    private void takeInAndShowFrom(long position) {
        for (RecordedEvent event : ledger.all().subList((int) position, (int) ledger.size())) {
            assertThat(folds.after(event)).isPresent();
        }
        folds.show();
    }
}
