package org.openengagement.query.entries;

import graphql.GraphQLContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.cases.PublicProposal;
import org.openengagement.query.register.Moments;
import org.openengagement.query.search.EntryFilter;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The public events, of the ledger and of one case. */
@Controller
final class EntryController {

    private final Entries entries;
    private final Cases cases;
    private final Moments moments;

    EntryController(Entries entries, Cases cases, Moments moments) {
        this.entries = entries;
        this.cases = cases;
        this.moments = moments;
    }

    @QueryMapping
    Connection<PublicEntry> entries(
            @Argument @Nullable EntryFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before,
            GraphQLContext context) {
        PageRequest page = PageRequest.of(first, after, last, before, Entries.ORDER);
        return entries.find(filter == null ? EntryFilter.ALL : filter, page, moments.now(page, context));
    }

    @SchemaMapping(typeName = "Proposal")
    Connection<PublicEntry> history(
            PublicProposal proposal, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        PageRequest page = PageRequest.of(first, after, null, null, Entries.ORDER);
        return entries.history(proposal.view().stream(), page, proposal.moment());
    }

    /** The case of each entry, as it stands now. */
    @BatchMapping(typeName = "Entry")
    Map<PublicEntry, PublicProposal> proposal(List<PublicEntry> asked) {
        Moment now = moments.now();
        Map<String, CaseView> views = viewsOf(asked, now);
        Map<PublicEntry, PublicProposal> proposals = new HashMap<>();
        for (PublicEntry entry : asked) {
            CaseView view = views.get(entry.stream());
            if (view != null) {
                proposals.put(entry, new PublicProposal(view, now));
            }
        }
        return proposals;
    }

    /** What each entry says: whether a text is public hangs on its case as it stands now. */
    @BatchMapping(typeName = "Entry")
    Map<PublicEntry, Map<String, Object>> data(List<PublicEntry> asked) {
        Map<String, CaseView> views = viewsOf(asked, moments.now());
        Map<PublicEntry, Map<String, Object>> data = new LinkedHashMap<>();
        asked.forEach(entry -> data.put(entry, entry.data(views.get(entry.stream()))));
        return data;
    }

    private Map<String, CaseView> viewsOf(List<PublicEntry> asked, Moment now) {
        List<String> streams = asked.stream()
                .filter(PublicEntry::isOfACase)
                .map(PublicEntry::stream)
                .distinct()
                .toList();
        return cases.now(streams, now);
    }
}
