package org.openengagement.command.importing.translating;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.response.Answered;
import org.openengagement.command.response.correct.CorrectResponse;
import org.openengagement.command.response.interim.PublishInterimReply;
import org.openengagement.command.response.publish.PublishResponse;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.response.InterimReplyPublished;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/** What institutions answer. */
final class ResponseVerbs {

    static final List<Verb> ALL = List.of(new InterimReply(), new Answer(), new Correction());

    private ResponseVerbs() {}

    private static final class InterimReply extends ReferralVerb {

        InterimReply() {
            super(InterimReplyPublished.class, "text");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new PublishInterimReply(line.caseId(), line.referral(), line.said("text"));
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.isReplied());
        }
    }

    /** What an answer and its correction have in common: an id of the source, and a number of the ledger. */
    private abstract static class Answering extends ReferralVerb {

        Answering(Class<? extends LedgerEvent> event, String... fields) {
            super(event, fields);
        }

        @Override
        final void remember(CaseLine line, Object result) {
            Answered answered = (Answered) result;
            line.known()
                    .answered(
                            answered.referral(),
                            line.data().textIfAny("response"),
                            Objects.requireNonNull(answered.response()));
        }

        @Override
        final Set<String> claims(CaseLine line) {
            String ofSource = line.data().textIfAny("response");
            return ofSource == null ? Set.of() : Set.of(line.identities().response(line.caseId(), ofSource));
        }
    }

    private static final class Answer extends Answering {

        Answer() {
            super(ResponsePublished.class, "response", "kind", "text");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new PublishResponse(
                    line.caseId(), line.referral(), line.data().oneOf(ResponseKind.class, "kind"), line.said("text"));
        }

        /** An answer that reads otherwise now is a correction, on the last day that the row tells of. */
        @Override
        public void compare(ComparedLine line) {
            if (!line.isAnswered()) {
                line.isNew();
                return;
            }
            String text = line.line().data().textIfAny("text");
            if (text != null
                    && !text.isBlank()
                    && !line.rowTells(ResponseCorrected.class)
                    && !line.isAnsweredLike(text)) {
                line.adds(ResponseCorrected.class, line.lastDayOfRow(), data -> data.put("text", text));
            }
        }

        @Override
        boolean needsPublication() {
            return true;
        }

        @Override
        public @Nullable String number(LedgerEvent recorded) {
            return recorded instanceof ResponsePublished answer ? answer.response() : null;
        }
    }

    private static final class Correction extends Answering {

        Correction() {
            super(ResponseCorrected.class, "response", "supersedes", "kind", "text");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new CorrectResponse(
                    line.caseId(),
                    corrected(line),
                    line.data().oneOfIfAny(ResponseKind.class, "kind"),
                    line.said("text"));
        }

        /** The answer that is corrected: by its id in the source, else the referral's last one. */
        private static String corrected(CaseLine line) {
            String ofSource = line.data().textIfAny("supersedes");
            String number = ofSource == null
                    ? line.known().lastResponse(line.referral())
                    : line.memory().response(line.caseId(), ofSource);
            if (number == null) {
                throw line.refused("there is no answer that it could correct.");
            }
            return number;
        }

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.isAnsweredWith(line.line().data().textIfAny("text")));
        }

        @Override
        public @Nullable String number(LedgerEvent recorded) {
            return recorded instanceof ResponseCorrected answer ? answer.response() : null;
        }
    }
}
