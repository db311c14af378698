package org.openengagement.query.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.query.figures.DateRange;
import org.openengagement.query.standing.Timeliness;

/**
 * Which cases. Conditions are joined by and, the values of one by or; what is {@code null} or empty lets all pass.
 *
 * @param search words that all stand in the public title or text
 * @param institution slugs
 * @param topic topics
 * @param kind kinds
 * @param channel channels
 * @param stage stages
 * @param timeliness how a referral for an answer stands to its deadline today
 * @param submitted days of submission
 * @param source the name of the source it was imported from
 */
public record ProposalFilter(
        @Nullable String search,
        @Nullable List<String> institution,
        @Nullable List<String> topic,
        @Nullable List<ProposalKind> kind,
        @Nullable List<Channel> channel,
        @Nullable List<Stage> stage,
        @Nullable List<Timeliness> timeliness,
        @Nullable DateRange submitted,
        @Nullable String source) {

    public static final ProposalFilter ALL = new ProposalFilter(null, null, null, null, null, null, null, null, null);

    /** Whether words are searched for. */
    boolean searches() {
        return search != null && !search.isBlank();
    }

    /** The same cases, of one institution only. */
    static List<ProposalFilter> of(@Nullable ProposalFilter filter, String slug) {
        List<ProposalFilter> both = new ArrayList<>();
        both.add(new ProposalFilter(null, List.of(slug), null, null, null, null, null, null, null));
        if (filter != null) {
            both.add(filter);
        }
        return both;
    }
}
