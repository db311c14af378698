package org.openengagement.ledger.entry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.clock.GroundGiven;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalRejected;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.ProposalWithdrawn;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.ledger.events.register.LegalBasisEnacted;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;

/**
 * The one place that says under which name and revision each event is stored. The names are part of permanent bytes: a class
 * may be renamed, a name never.
 */
public final class EventTypes {

    private final Map<String, EventType> byName = new HashMap<>();
    private final Map<Class<?>, EventType> byClass = new HashMap<>();

    /**
     * Some types of events; the ledger's own are {@link #ofTheLedger()}.
     *
     * @throws IllegalArgumentException if two share a name or a class
     */
    public EventTypes(Collection<EventType> types) {
        for (EventType type : types) {
            if (byName.put(type.name(), type) != null || byClass.put(type.eventClass(), type) != null) {
                throw new IllegalArgumentException("%s is named twice.".formatted(type));
            }
        }
    }

    /** All events that the ledger can hold. */
    public static EventTypes ofTheLedger() {
        return new EventTypes(List.of(
                new EventType("LedgerOpened", 1, LedgerOpened.class),
                new EventType("ImportRunOpened", 1, ImportRunOpened.class),
                new EventType("ImportRunClosed", 1, ImportRunClosed.class),
                new EventType("InstitutionRegistered", 1, InstitutionRegistered.class),
                new EventType("LegalBasisEnacted", 1, LegalBasisEnacted.class),
                new EventType("HolidayCalendarPublished", 1, HolidayCalendarPublished.class),
                new EventType("ProposalSubmitted", 1, ProposalSubmitted.class),
                new EventType("ReceiptConfirmed", 1, ReceiptConfirmed.class),
                new EventType("ProposalPublished", 1, ProposalPublished.class),
                new EventType("ProposalRejected", 1, ProposalRejected.class),
                new EventType("ProposalWithdrawn", 1, ProposalWithdrawn.class),
                new EventType("GroundGiven", 1, GroundGiven.class),
                new EventType("ReferralIssued", 1, ReferralIssued.class),
                new EventType("ReferralAcknowledged", 1, ReferralAcknowledged.class),
                new EventType("ReferralAccepted", 1, ReferralAccepted.class),
                new EventType("ReferralDeclined", 1, ReferralDeclined.class),
                new EventType("ReferralForwarded", 1, ReferralForwarded.class),
                new EventType("ReferralObserved", 1, ReferralObserved.class),
                new EventType("InterimReplyPublished", 1, InterimReplyPublished.class),
                new EventType("ResponsePublished", 1, ResponsePublished.class),
                new EventType("ResponseCorrected", 1, ResponseCorrected.class),
                new EventType("CaseClosed", 1, CaseClosed.class),
                new EventType("StatusChanged", 1, StatusChanged.class),
                new EventType("SupportCounted", 1, SupportCounted.class)));
    }

    /**
     * How an event is stored.
     *
     * @throws IllegalArgumentException if the ledger has no name for it
     */
    public EventType of(LedgerEvent event) {
        EventType type = byClass.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "The ledger has no name for %s.".formatted(event.getClass().getName()));
        }
        return type;
    }

    /** The type of this name; empty where there is none. */
    public Optional<EventType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, in no order. */
    public Collection<EventType> all() {
        return List.copyOf(byName.values());
    }
}
