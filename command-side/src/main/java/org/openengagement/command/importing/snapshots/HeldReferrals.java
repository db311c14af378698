package org.openengagement.command.importing.snapshots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;

/** What became of each referral of a case, by its number, as the ledger held it when it was read. */
final class HeldReferrals {

    private final List<LedgerEvent> happenings;
    private final Map<String, String> goesOnIn = new HashMap<>();
    private final Map<String, String> cameFrom = new HashMap<>();

    HeldReferrals(HeldCase held) {
        this.happenings = held.happenings().toList();
        for (LedgerEvent event : happenings) {
            if (event instanceof ReferralIssued issued && issued.forwardedFrom() != null) {
                goesOnIn.put(issued.forwardedFrom(), issued.referral());
                cameFrom.put(issued.referral(), issued.forwardedFrom());
            }
        }
    }

    /** The last referral in the chain of forwardings that begins with this one; itself, if it was not forwarded. */
    String lastOf(String number) {
        String last = number;
        for (String next = goesOnIn.get(last); next != null; next = goesOnIn.get(last)) {
            last = next;
        }
        return last;
    }

    /** Whether a referral is with an institution, or came from it. */
    boolean wasAsked(String number, String institution) {
        Set<String> chain = chainTo(number);
        return happenings.stream()
                .anyMatch(event -> event instanceof ReferralIssued issued
                        && chain.contains(issued.referral())
                        && issued.to().equals(institution));
    }

    /** Whether a referral was forwarded to an institution, which need not have been asked since. */
    boolean wasForwarded(String number, String institution) {
        return happenings.stream()
                .anyMatch(event -> event instanceof ReferralForwarded forwarded
                        && forwarded.referral().equals(number)
                        && forwarded.to().equals(institution));
    }

    /** Whether there was an interim reply to a referral, or to one that it came from. */
    boolean isReplied(@Nullable String number) {
        Set<String> chain = chainTo(number);
        return happenings.stream()
                .anyMatch(event -> event instanceof InterimReplyPublished reply && chain.contains(reply.referral()));
    }

    boolean isAnswered(String number) {
        return !answers(number).isEmpty();
    }

    /** Whether a referral was answered in these words, or may have been: what was erased is not brought back. */
    boolean isAnswered(String number, @Nullable String text) {
        return answers(number).stream().anyMatch(said -> switch (said) {
            case Sealed.Present<String> present -> present.value().equals(text);
            case Sealed.Withheld<String> withheld -> true;
            case Sealed.Erased<String> erased -> true;
        });
    }

    /** The answers to a referral that can still be read, corrected ones included. */
    Stream<String> answersOf(String number) {
        return answers(number).stream()
                .filter(Sealed.Present.class::isInstance)
                .map(said -> ((Sealed.Present<String>) said).value());
    }

    /** A referral, and those that were forwarded until it began. */
    private Set<String> chainTo(@Nullable String number) {
        Set<String> chain = new HashSet<>();
        String step = number;
        while (step != null && chain.add(step)) {
            step = cameFrom.get(step);
        }
        return chain;
    }

    /** The texts of the answers to a referral, corrected ones included; one that has none reads as empty. */
    private List<Sealed<String>> answers(String number) {
        List<Sealed<String>> texts = new ArrayList<>();
        for (LedgerEvent event : happenings) {
            if (event instanceof ResponsePublished answer && answer.referral().equals(number)) {
                texts.add(orEmpty(answer.text()));
            } else if (event instanceof ResponseCorrected answer
                    && answer.referral().equals(number)) {
                texts.add(orEmpty(answer.text()));
            }
        }
        return texts;
    }

    private static Sealed<String> orEmpty(@Nullable Sealed<String> text) {
        return text == null ? Sealed.of("", Audience.PUBLIC) : text;
    }
}
