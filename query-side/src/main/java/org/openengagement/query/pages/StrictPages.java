package org.openengagement.query.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to load from this server alone and to run no script that stands in a page, so that a text which found
 * its way into a page as markup would still do nothing (Content Security Policy, level 3). It comes before everything else, so that whatever is answered says so.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StrictPages extends OncePerRequestFilter {

    static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** GraphiQL's editor writes style elements of its own, and its style sheet holds its fonts. */
    private static final String GRAPHIQL = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean graphiql = request.getRequestURI().startsWith(request.getContextPath() + "/graphiql");
        protect(response, graphiql ? GRAPHIQL : PAGES);
        chain.doFilter(request, response);
    }

    static void protect(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
