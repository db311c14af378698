package org.openengagement.query.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the server refuses before any page of ours is asked, such as an address with an encoded slash: the page
 * that everybody gets, or a problem (RFC 9457) where only JSON is understood.
 */
final class RefusedBeforeAnyPage extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    private final String page;

    RefusedBeforeAnyPage() {
        setShowReport(false);
        setShowServerInfo(false);
        try {
            page = new ClassPathResource("static/error/4xx.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean json = understandsOnlyJson(request.getHeader(HttpHeaders.ACCEPT));
        response.setContentType(json ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        StrictPages.protect(response, StrictPages.PAGES);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(json ? problem(status) : page);
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("Whoever asked did not wait for the answer.", gone);
        }
    }

    private static boolean understandsOnlyJson(@Nullable String accepted) {
        return accepted != null && accepted.contains("json") && !accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String problem(HttpStatus status) {
        return JSON.writeValueAsString(ProblemDetail.forStatusAndDetail(
                status, "The address or what came with it is not written as this server can read it."));
    }
}
