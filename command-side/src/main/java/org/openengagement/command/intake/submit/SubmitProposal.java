package org.openengagement.command.intake.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.cases.Submitted;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.Reference;

/**
 * Brings a proposal forward.
 *
 * @param caseId the id of the new case, random
 * @param reference its public reference; {@code null}: the ledger takes a fresh one
 * @param kind what kind of thing it is
 * @param channel the way it came in
 * @param language the language of its text, BCP 47
 * @param title its title, 1 to {@value #LONGEST_TITLE} characters
 * @param text its text, at most {@value #LONGEST_TEXT} characters; empty only where a source has none
 * @param topics what it is about, at most 20
 * @param location where it is about
 * @param confidential whether its text never becomes public
 * @param source where it was imported from
 */
public record SubmitProposal(
        String caseId,
        @Nullable String reference,
        ProposalKind kind,
        Channel channel,
        String language,
        String title,
        String text,
        List<String> topics,
        @Nullable Place location,
        boolean confidential,
        @Nullable Provenance source)
        implements CaseCommand<Submitted> {

    public static final int LONGEST_TITLE = 500;
    public static final int LONGEST_TEXT = 200_000;

    public SubmitProposal {
        Bounds.language("language", language);
        Bounds.text("title", title, LONGEST_TITLE);
        Bounds.textOrEmpty("text", text, LONGEST_TEXT);
        topics = Bounds.topics(topics);
        if (reference != null && !Reference.isWritten(reference)) {
            throw Refusal.invalid("reference", Reference.whatIsWrongWith(reference));
        }
        if (caseId.isBlank() || caseId.length() > 100) {
            throw Refusal.invalid("caseId", "A case's id has 1 to 100 characters.");
        }
    }

    @Override
    public Submitted answer(Outcome outcome) {
        return new Submitted(
                Streams.caseOf(outcome.stream()),
                outcome.first(ProposalSubmitted.class).reference());
    }
}
