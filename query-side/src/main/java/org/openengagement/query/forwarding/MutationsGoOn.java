package org.openengagement.query.forwarding;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a request to {@code /graphql} on where it selects a mutation; any other is answered here, as though nothing were. It
 * stands behind {@link org.openengagement.query.api.http.WellFormedRequests}, so the body is bounded, and can be read again.
 */
final class MutationsGoOn extends OncePerRequestFilter {

    static final String PATH = "/graphql";

    private final Forwarder forwarder;

    MutationsGoOn(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (SelectedOperation.isMutation(body)) {
            forwarder.forward(request, PATH, new Body.Held(body), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
