package org.openengagement.query.search;

import graphql.GraphQLContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.cases.PublicProposal;
import org.openengagement.query.register.InstitutionView;
import org.openengagement.query.register.Moments;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Cases by filter, by words, in an order. */
@Controller
final class SearchController {

    private final ProposalSearch search;
    private final Moments moments;

    SearchController(ProposalSearch search, Moments moments) {
        this.search = search;
        this.moments = moments;
    }

    @QueryMapping
    Connection<PublicProposal> proposals(
            @Argument @Nullable ProposalFilter filter,
            @Argument @Nullable ProposalOrder orderBy,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before,
            GraphQLContext context) {
        List<ProposalFilter> filters = filter == null ? List.of() : List.of(filter);
        ProposalOrder order = order(filter, orderBy);
        return find(filters, order, PageRequest.of(first, after, last, before, order.name()), context);
    }

    @SchemaMapping(typeName = "Institution", field = "proposals")
    Connection<PublicProposal> referredTo(
            InstitutionView institution,
            @Argument @Nullable ProposalFilter filter,
            @Argument @Nullable ProposalOrder orderBy,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            GraphQLContext context) {
        ProposalOrder order = order(filter, orderBy);
        return find(
                ProposalFilter.of(filter, institution.slug()),
                order,
                PageRequest.of(first, after, null, null, order.name()),
                context);
    }

    private static ProposalOrder order(@Nullable ProposalFilter filter, @Nullable ProposalOrder asked) {
        boolean searches = filter != null && filter.searches();
        ProposalOrder order = ProposalOrder.orUsual(asked, searches);
        if (order.field() == ProposalOrder.Field.RELEVANCE && !searches) {
            throw RequestException.invalid(
                    "RELEVANCE orders what was searched for: give filter.search, or another order.");
        }
        return order;
    }

    private Connection<PublicProposal> find(
            List<ProposalFilter> filters, ProposalOrder order, PageRequest page, GraphQLContext context) {
        Moment now = moments.now(page, context);
        return search.find(filters, order, page, now).map(view -> new PublicProposal(view, now));
    }
}
