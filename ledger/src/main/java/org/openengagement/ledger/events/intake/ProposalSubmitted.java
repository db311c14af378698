package org.openengagement.ledger.events.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * Somebody brought a proposal forward.
 *
 * @param reference the public reference: 9 random characters and 1 check character of Crockford's 32
 * @param kind what kind of thing it is
 * @param channel the way it came in
 * @param language the language of its text, BCP 47
 * @param title its title
 * @param text its text
 * @param topics what it is about
 * @param location where it is about
 * @param confidential whether its text never becomes public
 * @param source where it was imported from
 */
@EventName("ProposalSubmitted")
public record ProposalSubmitted(
        String reference,
        ProposalKind kind,
        Channel channel,
        String language,
        Sealed<String> title,
        Sealed<String> text,
        List<String> topics,
        @Nullable Location location,
        boolean confidential,
        @Nullable Source source)
        implements IntakeEvent {
    /** The claim that makes a public reference unique. */
    public static String claimOf(String reference) {
        return "reference#" + reference;
    }

    @Override
    public List<String> claims() {
        return List.of(claimOf(reference));
    }
}
