package org.openengagement.benchmarks.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;

/** What happens in cases. Texts are as long as those of real petitions and answers are in the middle. */
public final class Happenings {

    /** How long {@link #ofACase} is. */
    public static final int EVENTS_OF_A_CASE = 20;

    private static final String SENTENCE =
            "The street lamp before the school has been dark since the storm in January. ";

    private Happenings() {}

    /** A referral with its computed deadline: nothing in it may ever have to be erased. Some 700 bytes as an entry. */
    public static LedgerEvent referral() {
        return new ReferralIssued(
                "r1",
                "skopje",
                ReferralPurpose.ANSWER,
                "skopje-15",
                Case.DAY.plusDays(15),
                new ComputedDeadline(
                        "1",
                        "mk",
                        2,
                        List.of(
                                new Step(Case.DAY, What.DELIVERED),
                                new Step(Case.DAY.plusDays(5), What.WEEKEND),
                                new Step(Case.DAY.plusDays(6), What.WEEKEND),
                                new Step(Case.DAY.plusDays(15), What.DUE))),
                null);
    }

    /** An answer of some 600 characters, which may have to be erased one day. */
    public static LedgerEvent answer() {
        return new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, text(8));
    }

    /** A whole case of 20 events, from its submission to its end. */
    public static List<LedgerEvent> ofACase() {
        List<LedgerEvent> events = new ArrayList<>(List.of(
                new ProposalSubmitted(
                        UUID.randomUUID().toString().replace("-", "").substring(0, 10),
                        ProposalKind.COMPLAINT,
                        Channel.WEB,
                        "en",
                        text(1),
                        text(12),
                        List.of("roads", "lighting"),
                        null,
                        false,
                        null),
                new ReceiptConfirmed()));
        events.add(moved(Stage.RECEIVED, Stage.IN_MODERATION));
        events.add(new ProposalPublished());
        events.add(moved(Stage.IN_MODERATION, Stage.PUBLISHED));
        events.add(referral());
        events.add(moved(Stage.PUBLISHED, Stage.AWAITING_RESPONSE));
        events.add(new ReferralAcknowledged("r1"));
        events.add(new ReferralAccepted("r1"));
        events.add(new SupportCounted(17));
        events.add(new InterimReplyPublished("r1", text(2)));
        for (int support = 18; support < 23; support++) {
            events.add(new SupportCounted(support));
        }
        events.add(answer());
        events.add(moved(Stage.AWAITING_RESPONSE, Stage.ANSWERED));
        events.add(new CaseClosed(CloseReason.COMPLETED, null));
        events.add(moved(Stage.ANSWERED, Stage.CLOSED));
        return events;
    }

    private static StatusChanged moved(Stage from, Stage to) {
        return new StatusChanged(from, to, UUID.randomUUID());
    }

    private static Sealed<String> text(int sentences) {
        return Sealed.of(SENTENCE.repeat(sentences).strip(), Audience.PUBLIC);
    }
}
