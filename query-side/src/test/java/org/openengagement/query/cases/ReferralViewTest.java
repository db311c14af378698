package org.openengagement.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.query.standing.ReferralOutcome;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralViewTest {
    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    @Test
    void a_correction_leaves_how_and_when_it_ended_and_stands_beside_the_first_answer() {
        for (ResponseKind first : ResponseKind.values()) {
            for (ResponseKind second : ResponseKind.values()) {
                ReferralView answered = open().responded(response("a1", first, 4, null));
                ReferralView corrected = answered.corrected(response("a2", second, 9, "a1"));

                assertThat(answered.outcome())
                        .isEqualTo(
                                first == ResponseKind.NOT_COMPETENT
                                        ? ReferralOutcome.DECLINED
                                        : ReferralOutcome.ANSWERED);
                assertThat(corrected.outcome()).isEqualTo(answered.outcome());
                assertThat(corrected.endedOn()).isEqualTo(DELIVERED.plusDays(4));
                assertThat(corrected.firstRespondedOn()).isEqualTo(answered.firstRespondedOn());
                assertThat(corrected.responses()).extracting(ResponseView::kind).containsExactly(first, second);
            }
        }
    }

    private static ReferralView open() {
        return new ReferralView(
                "r1",
                "skopje",
                ReferralPurpose.ANSWER,
                DELIVERED,
                null,
                null,
                null,
                null,
                ReferralOutcome.OPEN,
                null,
                null,
                List.of());
    }

    private static ResponseView response(String number, ResponseKind kind, int daysLater, @Nullable String supersedes) {
        return new ResponseView(
                number, kind, DELIVERED.plusDays(daysLater), Instant.EPOCH, null, supersedes, daysLater);
    }
}
