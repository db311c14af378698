package org.openengagement.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.Location;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.intake.RejectionCode;
import org.openengagement.ledger.events.intake.Source;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.ledger.events.register.LegalBasisEnacted;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;

/** One event of each type with every member set, and the envelope they travel in. The golden files are made of these. */
final class OneOfEach {

    static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final UUID CAUSE = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    static final Instant RECORDED_AT = Instant.parse("2026-03-01T09:15:02.110Z");

    static final Envelope ENVELOPE = new Envelope(
            "proposal/01J",
            3,
            ID,
            LocalDate.of(2026, 2, 27),
            new Actor("AAECAwQFBgcICQoLDA0ODw", Role.OFFICER, "skopje"),
            CAUSE);

    private OneOfEach() {}

    /** The same salts every time: good for golden files, and for nothing else. */
    static RandomGenerator knownSalts() {
        return new Random(1);
    }

    /** By the name they are stored under. */
    static Map<String, LedgerEvent> events() {
        Map<String, LedgerEvent> events = new LinkedHashMap<>();
        EventTypes types = EventTypes.ofTheLedger();
        for (LedgerEvent event : List.of(
                new LedgerOpened(
                        "localhost/demo-ledger",
                        "Europe/Skopje",
                        List.of("mk", "sq", "en"),
                        "oel-entry/v1",
                        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
                new ImportRunOpened("k3x9", "petitions.jsonl", "oel-events/v1", "ab".repeat(32)),
                new ImportRunClosed("k3x9", 47, 2),
                new InstitutionRegistered(
                        "skopje",
                        Map.of("mk", "Град Скопје", "en", "City of Skopje"),
                        InstitutionKind.MUNICIPALITY,
                        "ministry-of-local-self-government",
                        List.of(new Identifier("wikidata", "Q384")),
                        List.of("roads", "waste")),
                new LegalBasisEnacted(
                        "mayor", "Law on Local Self-Government", 60, DayUnit.CALENDAR, true, false, 30, "mk"),
                new HolidayCalendarPublished("mk", 2, List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 7))),
                new ProposalSubmitted(
                        "7H2K9QX4TM",
                        ProposalKind.REPORT,
                        Channel.PHONE,
                        "mk",
                        seal("Дупка на патот"),
                        seal("There is a hole in the road, \"as deep as a well\" \uD83D\uDD73.\n"),
                        List.of("roads"),
                        new Location(seal("41.9981"), seal("21.4254"), seal("Ulica Makedonija 1")),
                        false,
                        new Source(
                                "FixMyStreet", "CC-BY-4.0", seal("https://example.org/report/a-hole"), seal("a-hole"))),
                new ReceiptConfirmed(),
                new ProposalPublished(),
                new ProposalRejected(RejectionCode.UNCLEAR, seal("Which road?")),
                new ProposalWithdrawn(),
                new GroundGiven(CAUSE, seal("The letter lay in another office.")),
                new ReferralIssued(
                        "r2",
                        "skopje",
                        ReferralPurpose.ANSWER,
                        "mayor",
                        LocalDate.of(2026, 4, 28),
                        new ComputedDeadline(
                                "1",
                                "mk",
                                2,
                                List.of(
                                        new ComputedDeadline.Step(
                                                LocalDate.of(2026, 2, 27), ComputedDeadline.What.DELIVERED),
                                        new ComputedDeadline.Step(
                                                LocalDate.of(2026, 4, 28), ComputedDeadline.What.DUE))),
                        "r1"),
                new ReferralAcknowledged("r1"),
                new ReferralAccepted("r1"),
                new ReferralDeclined("r1", seal("Not our road.")),
                new ReferralForwarded("r1", "public-enterprise-roads", seal("The road is theirs.")),
                new ReferralObserved("r1", LocalDate.of(2026, 3, 31)),
                new InterimReplyPublished("r1", seal("We are looking at it.")),
                new ResponsePublished("r1", "a1", ResponseKind.ACCEPTED, seal("It will be filled in May.")),
                new ResponseCorrected(
                        "r1", "a2", "a1", ResponseKind.PARTIALLY_ACCEPTED, seal("It will be fenced in May.")),
                new CaseClosed(CloseReason.COMPLETED, seal("Thank you.")),
                new StatusChanged(Stage.REFERRED, Stage.AWAITING_RESPONSE, CAUSE),
                new SupportCounted(104_521L))) {
            events.put(types.of(event).name(), event);
        }
        return events;
    }

    private static Sealed<String> seal(String text) {
        return Sealed.of(text, Audience.PUBLIC);
    }
}
