package org.openengagement.query.api.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** A response with the header Retry-After has the status 503, where GraphQL would give it 200. */
final class UnavailableStatus extends HttpServletResponseWrapper {

    UnavailableStatus(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, value);
        unavailable(name);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, value);
        unavailable(name);
    }

    private void unavailable(String header) {
        if (header.equalsIgnoreCase(HttpHeaders.RETRY_AFTER) && getStatus() == SC_OK) {
            setStatus(SC_SERVICE_UNAVAILABLE);
        }
    }
}
