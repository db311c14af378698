package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.response.ResponseKind;

/**
 * A response as everyone may see it.
 *
 * @param referral the referral that it answers
 * @param view the response
 */
public record PublicResponse(PublicReferral referral, ResponseView view) {

    public String id() {
        return idOf(view.number());
    }

    public ResponseKind kind() {
        return view.kind();
    }

    public LocalDate respondedOn() {
        return view.respondedOn();
    }

    public Instant recordedAt() {
        return view.recordedAt();
    }

    public @Nullable String text() {
        return Concealment.shown(view.text(), referral.proposal().view().isPublic());
    }

    public @Nullable String supersedes() {
        return view.supersedes() == null ? null : idOf(view.supersedes());
    }

    private String idOf(String number) {
        return referral.proposal().reference() + "." + number;
    }
}
