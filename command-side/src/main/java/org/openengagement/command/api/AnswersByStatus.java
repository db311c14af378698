package org.openengagement.command.api;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers a request that was {@link TurnedAway} with 503, so that whoever stands in front can ask another node without looking
 * into the answer.
 */
final class AnswersByStatus extends GraphQlHttpHandler {

    AnswersByStatus(WebGraphQlHandler handler) {
        super(handler);
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        return TurnedAway.was(response) ? HttpStatus.SERVICE_UNAVAILABLE : super.selectResponseStatus(response, type);
    }
}
