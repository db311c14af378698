package org.openengagement.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.referral.ReferralEvent;
import org.openengagement.ledger.events.referral.ReferralIssued;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventTypesTest {

    record Nameless() implements LedgerEvent {}

    @EventName("MeetingHeld")
    record Meeting() implements LedgerEvent {}

    @EventName("MeetingHeld")
    record OtherMeeting() implements LedgerEvent {}

    @EventName(value = "MeetingHeld", revision = 0)
    record MeetingOfNoRevision() implements LedgerEvent {}

    @Test
    void an_event_that_is_permitted_in_its_family_is_an_event_of_the_ledger() {
        List<Class<?>> events = EventTypes.ofTheLedger().all().stream()
                .<Class<?>>map(EventType::eventClass)
                .toList();

        assertThat(events).contains(ReferralEvent.class.getPermittedSubclasses());
    }

    @Test
    void a_name_is_said_from_its_class() {
        assertThat(EventTypes.nameOf(ReferralIssued.class)).isEqualTo("ReferralIssued");
    }

    @Test
    void an_event_without_a_name_is_refused_at_start_and_says_which_and_what_to_do() {
        assertThatThrownBy(() -> new EventTypes(List.of(Meeting.class, Nameless.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Nameless.class.getName())
                .hasMessageContaining("@EventName");
        assertThatThrownBy(() -> EventTypes.nameOf(Nameless.class)).hasMessageContaining("@EventName");
    }

    @Test
    void two_events_of_one_name_are_refused_and_both_are_named() {
        assertThatThrownBy(() -> new EventTypes(List.of(Meeting.class, OtherMeeting.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Meeting.class.getName())
                .hasMessageContaining(OtherMeeting.class.getName());
    }

    @Test
    void revisions_count_from_one() {
        assertThatThrownBy(() -> new EventTypes(List.of(MeetingOfNoRevision.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision from 1");
    }
}
