package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.events.intake.ReceiptConfirmed;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.ledger.events.support.SupportCounted;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EntryWriterTest {

    private final EntryWriter writer = new EntryWriter(EventTypes.ofTheLedger(), new SecureRandom());

    @Test
    void what_is_absent_is_left_out() {
        PreparedEntry prepared = writer.prepare(envelope("ledger", 0), new CaseClosed(CloseReason.OTHER, null));

        assertThat(prepared.recordedAt(Instant.parse("2026-03-01T09:15:00Z")))
                .hasToString("{\"actor\":{\"id\":\"system\",\"role\":\"SYSTEM\"},\"data\":{\"reason\":\"OTHER\"},"
                        + "\"effectiveOn\":\"2026-03-01\",\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"recordedAt\":\"2026-03-01T09:15:00.000Z\",\"revision\":1,\"sequence\":0,"
                        + "\"stream\":\"ledger\",\"type\":\"CaseClosed\"}");
        assertThat(prepared.disclosure()).isEmpty();
    }

    @Test
    void only_the_instant_changes_when_the_appender_sets_another() {
        PreparedEntry prepared = writer.prepare(envelope("ledger", 0), closedSaying("Thank you."));

        String first =
                prepared.recordedAt(Instant.parse("2026-03-01T09:15:00Z")).toString();
        String second =
                prepared.recordedAt(Instant.parse("2026-03-01T09:15:00.001Z")).toString();

        assertThat(second).isEqualTo(first.replace("09:15:00.000Z", "09:15:00.001Z"));
    }

    @Test
    void an_instant_is_written_in_milliseconds_or_not_at_all() {
        PreparedEntry prepared = writer.prepare(envelope("ledger", 0), new ReceiptConfirmed());

        for (String instant :
                List.of("2026-03-01T09:15:00.000001Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> prepared.recordedAt(Instant.parse(instant)))
                    .as(instant)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        String first = entry(closedSaying("Thank you."));
        String second = entry(closedSaying("Thank you."));

        assertThat(first).isNotEqualTo(second).doesNotContain("Thank you");
    }

    @Test
    void an_entry_is_at_most_65535_bytes_long() {
        int overhead = entry(new ReferralAccepted("")).length();
        String longest = "x".repeat(EntryBytes.LONGEST - overhead);

        assertThat(entry(new ReferralAccepted(longest))).hasSize(EntryBytes.LONGEST);
        assertThatThrownBy(() -> entry(new ReferralAccepted(longest + "x")))
                .isInstanceOf(EntryTooLargeException.class)
                .hasMessageContaining("65,536");
    }

    @Test
    void a_sealed_text_may_be_longer_than_an_entry_but_has_a_bound() {
        assertThat(entry(closedSaying("x".repeat(EntryBytes.LONGEST * 2)))).hasSizeLessThan(400);
        assertThatThrownBy(() -> entry(closedSaying("x".repeat(EntryWriter.LONGEST_SEALED_VALUE + 1))))
                .isInstanceOf(EntryTooLargeException.class);
    }

    @Test
    void a_text_that_is_not_at_hand_cannot_be_recorded_again() {
        for (Sealed<String> gone :
                List.<Sealed<String>>of(new Sealed.Withheld<>("digest"), new Sealed.Erased<>("digest"))) {
            assertThatThrownBy(() -> entry(new CaseClosed(CloseReason.OTHER, gone)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("text");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE})
    void an_integer_that_another_language_would_round_is_refused(long count) {
        assertThatThrownBy(() -> entry(new SupportCounted(count))).isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void the_largest_integers_pass() {
        assertThat(entry(new SupportCounted((1L << 53) - 1))).contains("9007199254740991");
    }

    @Test
    void an_unpaired_surrogate_is_refused_wherever_it_stands() {
        assertThatThrownBy(() -> entry(new ReferralAccepted("\uD800"))).isInstanceOf(JsonRefusedException.class);
        assertThatThrownBy(() -> entry(new InstitutionRegistered(
                        "x", Map.of("\uDC00", "x"), InstitutionKind.OTHER, null, List.of(), List.of())))
                .isInstanceOf(JsonRefusedException.class);
        assertThatThrownBy(() -> entry(closedSaying("\uD800"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.prepare(envelope("proposal/\uD800", 0), new ReceiptConfirmed()))
                .isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void an_envelope_has_a_stream_and_a_place_in_it() {
        assertThatThrownBy(() -> writer.prepare(envelope(" ", 0), new ReceiptConfirmed()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.prepare(envelope("ledger", -1), new ReceiptConfirmed()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_without_a_name_is_refused() {
        record Unnamed() implements LedgerEvent {}

        assertThatThrownBy(() -> entry(new Unnamed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no name");
    }

    private String entry(LedgerEvent event) {
        EntryBytes entry =
                writer.prepare(envelope("ledger", 0), event).recordedAt(Instant.parse("2026-03-01T09:15:00Z"));
        return new String(entry.toByteArray(), UTF_8);
    }

    private static CaseClosed closedSaying(String text) {
        return new CaseClosed(CloseReason.OTHER, Sealed.of(text, Audience.PUBLIC));
    }

    private static Envelope envelope(String stream, long sequence) {
        return new Envelope(stream, sequence, new UUID(0, 1), LocalDate.of(2026, 3, 1), Actor.SYSTEM, null);
    }
}
