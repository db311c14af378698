package org.openengagement.command.intake.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.RealLedger;
import org.openengagement.command.cases.Callers;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalSubmitted;

/** A reference is drawn before it is claimed; what makes it one case's own is the claim. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TheSameReferenceTwiceTest {

    private static final String FIRST = "0000000012";
    private static final String SECOND = "0000000024";

    @Test
    void of_two_submissions_that_draw_the_same_reference_the_later_draws_again(@TempDir Path directory) {
        Deque<String> drawn = new ArrayDeque<>(List.of(FIRST, FIRST, SECOND));
        try (RealLedger real = RealLedger.drawing(directory, drawn::removeFirst)) {
            real.commands.dispatch(submission("case-1"), aCitizen());
            real.commands.dispatch(submission("case-2"), aCitizen());

            assertThat(real.all())
                    .filteredOn(each -> each.event() instanceof ProposalSubmitted)
                    .extracting(each -> each.envelope().stream() + " " + ((ProposalSubmitted) each.event()).reference())
                    .containsExactly("proposal/case-1 " + FIRST, "proposal/case-2 " + SECOND);
            assertThat(drawn).isEmpty();
        }
    }

    private static Caller aCitizen() {
        return Callers.on(LocalDate.now(ZoneId.of("Europe/London")).toString(), Callers.aCitizen());
    }

    private static SubmitProposal submission(String caseId) {
        return new SubmitProposal(
                caseId,
                null,
                ProposalKind.IDEA,
                Channel.WEB,
                "en",
                "A bench",
                "In the park",
                List.of(),
                null,
                false,
                null);
    }
}
