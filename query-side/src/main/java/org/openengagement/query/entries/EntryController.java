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
import org.openengagement.query.cases.ProposalAnswer;
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
    Connection<EntryAnswer> entries(
            @Argument @Nullable EntryFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before,
            GraphQLContext question) {
        PageRequest page = PageRequest.of(first, after, last, before, Entries.ORDER);
        return entries.find(filter == null ? EntryFilter.ALL : filter, page, moments.now(page, question));
    }

    @SchemaMapping(typeName = "Proposal")
    Connection<EntryAnswer> history(
            ProposalAnswer proposal, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        PageRequest page = PageRequest.of(first, after, null, null, Entries.ORDER);
        return entries.history(proposal.view().stream(), page, proposal.moment());
    }

    /** The case of each entry, as it stands now. */
    @BatchMapping(typeName = "Entry")
    Map<EntryAnswer, ProposalAnswer> proposal(List<EntryAnswer> asked) {
        Moment now = moments.now();
        Map<String, CaseView> views = viewsOf(asked, now);
        Map<EntryAnswer, ProposalAnswer> proposals = new HashMap<>();
        for (EntryAnswer entry : asked) {
            CaseView view = views.get(entry.stream());
            if (view != null) {
                proposals.put(entry, new ProposalAnswer(view, now));
            }
        }
        return proposals;
    }

    /** What each entry says: whether a text is public hangs on its case as it stands now. */
    @BatchMapping(typeName = "Entry")
    Map<EntryAnswer, Map<String, Object>> data(List<EntryAnswer> asked) {
        Map<String, CaseView> views = viewsOf(asked, moments.now());
        Map<EntryAnswer, Map<String, Object>> data = new LinkedHashMap<>();
        asked.forEach(entry -> data.put(entry, entry.data(views.get(entry.stream()))));
        return data;
    }

    private Map<String, CaseView> viewsOf(List<EntryAnswer> asked, Moment now) {
        List<String> streams = asked.stream()
                .filter(EntryAnswer::isOfACase)
                .map(EntryAnswer::stream)
                .distinct()
                .toList();
        return cases.now(streams, now);
    }
}
