package org.openengagement.query.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** An answer that says when to ask again is no answer: its status is 503, whatever GraphQL makes of it. */
final class RetriedAnswer extends HttpServletResponseWrapper {

    RetriedAnswer(HttpServletResponse answer) {
        super(answer);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, value);
        saysWhenToAskAgain(name);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, value);
        saysWhenToAskAgain(name);
    }

    private void saysWhenToAskAgain(String header) {
        if (header.equalsIgnoreCase(HttpHeaders.RETRY_AFTER) && getStatus() == SC_OK) {
            setStatus(SC_SERVICE_UNAVAILABLE);
        }
    }
}
