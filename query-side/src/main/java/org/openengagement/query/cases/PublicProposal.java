package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.Source;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.api.Moment;

/**
 * A case as everyone may see it.
 *
 * @param view the case
 * @param moment the point that the answer is for
 */
public record PublicProposal(CaseView view, Moment moment) {

    /** Its type in global ids. */
    public static final String TYPE = "Proposal";

    /** Where it was imported from, as far as that is public. */
    public record PublicSource(
            String name,
            @Nullable String licence,
            @Nullable String url,
            @Nullable String caseId) {

        /** The case's id there. */
        public @Nullable String getCase() {
            return caseId;
        }
    }

    /** Its supporters. */
    public record Endorsements(
            @Nullable Long counted, @Nullable LocalDate countedOn) {}

    public String id() {
        return new GlobalId(TYPE, reference()).encoded();
    }

    public String reference() {
        return view.submitted().reference();
    }

    public ProposalKind kind() {
        return view.submitted().kind();
    }

    public Channel channel() {
        return view.submitted().channel();
    }

    public String language() {
        return view.submitted().language();
    }

    public @Nullable String title() {
        return Concealment.shown(view.submitted().title(), view.isPublic());
    }

    public @Nullable String text() {
        return Concealment.shown(view.submitted().text(), view.isPublic());
    }

    /** Every field of the answer that is not shown, its responses' texts included. */
    public List<Concealment> concealments() {
        boolean isPublic = view.isPublic();
        Source source = view.submitted().source();
        var own = Stream.of(
                Concealment.of("title", view.submitted().title(), isPublic, view.opened(), recordedAt()),
                Concealment.of("text", view.submitted().text(), isPublic, view.opened(), recordedAt()),
                Concealment.of(
                        "source.url", source == null ? null : source.url(), isPublic, view.opened(), recordedAt()),
                Concealment.of(
                        "source.case", source == null ? null : source.caseId(), isPublic, view.opened(), recordedAt()));
        var responses = view.referrals().stream()
                .flatMap(referral -> referral.responses().stream())
                .map(response ->
                        Concealment.of("text", response.text(), isPublic, response.position(), response.recordedAt()));
        return Stream.concat(own, responses).flatMap(Optional::stream).toList();
    }

    public List<String> topics() {
        return view.submitted().topics();
    }

    public Stage stage() {
        return view.stage();
    }

    public LocalDate submittedOn() {
        return view.submittedOn();
    }

    public Instant recordedAt() {
        return view.recordedAt();
    }

    public @Nullable PublicSource source() {
        Source source = view.submitted().source();
        return source == null
                ? null
                : new PublicSource(
                        source.name(),
                        source.licence(),
                        Concealment.shown(source.url(), view.isPublic()),
                        Concealment.shown(source.caseId(), view.isPublic()));
    }

    public List<PublicReferral> referrals() {
        return view.referrals().stream()
                .map(referral -> new PublicReferral(this, referral))
                .toList();
    }

    public Endorsements endorsements() {
        CaseView.Support support = view.support();
        return support == null
                ? new Endorsements(null, null)
                : new Endorsements(support.counted(), support.countedOn());
    }
}
