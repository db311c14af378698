package org.openengagement.query.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.query.api.Moment;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;

/** What a node shows of a case while the events of one command come in one after the other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FollowerTest {

    private static final String DAY = "2026-01-09";

    private final MemoryLedger ledger = MemoryLedger.opened();
    private final CaseStory story = CaseStory.submitted(ledger, "0000000012", "2026-01-05", "A title", "A text");
    private final CaseFolds folds = new CaseFolds(ledger, 3);
    private final Cases cases = new Cases(ledger, folds);
    private final List<Long> shownAt = new ArrayList<>();
    private final ReachedPosition reached = new ReachedPosition(Duration.ofSeconds(1), ledger::size, System::nanoTime);
    private final Folding folding = new Folding();
    private final Follower follower = new Follower(List.of(folding), ledger, reached);

    @Test
    void a_case_is_not_shown_in_the_middle_of_a_batch() {
        ledger.all().forEach(follower::on);
        follower.show();
        long before = reached.position();
        ledger.atOnce(() -> story.published(DAY));

        follower.on(at(before + 1));

        assertThat(now().isPublic()).isFalse();
        assertThat(now().stage()).isEqualTo(Stage.IN_MODERATION);
    }

    @Test
    void a_batch_that_ends_inside_what_a_command_recorded_is_shown_with_the_rest_of_it() {
        long before = ledger.size() - 1;
        ledger.atOnce(() -> story.published(DAY));
        long moved = ledger.size() - 1;
        CaseStory.submitted(ledger, "0000000024", DAY, "Another", "Another");
        assertThat(moved).isEqualTo(before + 2);

        ledger.all().subList(0, (int) before + 2).forEach(follower::on);
        follower.show();

        assertThat(now().isPublic()).isTrue();
        assertThat(now().stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(reached.position()).isEqualTo(moved);
        assertThat(reached.recordedAt()).isEqualTo(at(moved).recordedAt());

        ledger.all().forEach(follower::on);
        follower.show();
        assertThat(reached.position()).isEqualTo(ledger.size() - 1);
    }

    @Test
    void a_command_that_recorded_more_than_is_read_at_once_is_shown_whole() {
        ledger.all().forEach(follower::on);
        follower.show();
        long first = ledger.size();
        ledger.atOnce(() -> IntStream.range(0, 2_500).forEach(count -> story.supportedBy(count, DAY)));
        story.published(DAY);

        follower.on(at(first));
        follower.show();

        assertThat(reached.position()).isEqualTo(first + 2_499);
        assertThat(now().support()).extracting(CaseView.Support::counted).isEqualTo(2_499L);
    }

    @Test
    void a_read_model_that_is_behind_is_never_shown_in_the_middle_of_what_one_command_recorded() {
        for (int command = 0; command < 3; command++) {
            ledger.atOnce(() -> IntStream.range(0, 700).forEach(count -> story.supportedBy(count, DAY)));
        }
        story.published(DAY);
        follower.on(at(ledger.size() - 1));
        follower.show();
        assertThat(shownAt)
                .hasSizeGreaterThan(1)
                .allMatch(position -> at(position).endsItsUnit());

        shownAt.clear();
        folding.position = -1;
        follower.mend();

        assertThat(shownAt)
                .hasSizeGreaterThan(1)
                .allMatch(position -> at(position).endsItsUnit());
    }

    @Test
    void the_next_command_is_not_waited_for() {
        story.published(DAY);
        ledger.all().forEach(follower::on);
        story.supportedBy(3, DAY);
        long counted = ledger.size() - 1;
        story.supportedBy(4, DAY);

        follower.on(at(counted));
        follower.show();

        assertThat(reached.position()).isEqualTo(counted);
    }

    private RecordedEvent at(long position) {
        return ledger.all().get((int) position);
    }

    private CaseView now() {
        return cases.now(story.stream(), new Moment(reached.position(), LocalDate.parse(DAY), true))
                .orElseThrow();
    }

    /** Keeps cases, as the index does. */
    private final class Folding implements LocalReadModel {

        private long position = -1;

        @Override
        public long position() {
            return position;
        }

        @Override
        public void on(RecordedEvent event) {
            if (event.position() > position) {
                position = event.position();
                if (event.envelope().stream().startsWith("proposal/")) {
                    var unused = folds.after(event);
                }
            }
        }

        @Override
        public void show() {
            shownAt.add(position);
            folds.show();
        }
    }
}
