package org.openengagement.command.security;

import org.openengagement.tokens.TokenAnswers;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Tells a token that is no good, 401, from one of which that cannot be said just now, 503. */
final class AnswersToBadTokens implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    @Override
    public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler((request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                TokenAnswers.cannotBeChecked(response);
            } else {
                TokenAnswers.notValid(response);
            }
        });
        return filter;
    }
}
