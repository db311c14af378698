package org.openengagement.query.forwarding;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openengagement.tokens.TokenAnswers;
import org.openengagement.tokens.TokenCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever is answered here is public, but who shows a bearer token must show a good one, as where both sides are one
 * process: else somebody would take their token for good until they first write. What is sent on is looked at where it goes.
 */
final class GoodTokensOnly extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(GoodTokensOnly.class);

    private final DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();
    private final TokenCheck check;

    GoodTokensOnly(TokenCheck check) {
        this.check = check;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String token = tokens.resolve(request);
            if (token != null) {
                check.decode(token);
            }
        } catch (OAuth2AuthenticationException | BadJwtException bad) {
            TokenAnswers.notValid(response);
            return;
        } catch (JwtException unknown) {
            LOG.warn("A bearer token cannot be checked: {}", unknown.getMessage());
            TokenAnswers.cannotBeChecked(response);
            return;
        }
        chain.doFilter(request, response);
    }
}
