package org.openengagement.query.forwarding;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends a file that is to be imported on, as it comes: it may be far longer than memory. */
final class ImportsGoOn extends OncePerRequestFilter {

    static final String PATH = "/import";

    private final Forwarder forwarder;

    ImportsGoOn(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        forwarder.forward(request, PATH, new Body.Passing(request), response);
    }
}
