package org.openengagement.command.importing.remote;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.openengagement.command.importing.running.ImportReport;
import tools.jackson.databind.json.JsonMapper;

/** Tells a client how far an import is, a line of JSON each time. */
final class ProgressLines implements Consumer<ImportReport> {

    static final String TYPE = "application/x-ndjson";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServletResponse response;

    ProgressLines(HttpServletResponse response) {
        this.response = response;
    }

    /** @throws ClientGoneException if nobody listens */
    @Override
    public void accept(ImportReport report) {
        tell(report);
    }

    /** Whether anything was told, so that the answer can be nothing else any more. */
    boolean begun() {
        return response.isCommitted();
    }

    /** Ends with what went wrong, a sentence for a person. */
    void failed(String sentence) {
        tell(Map.of("error", sentence));
    }

    private void tell(Object line) {
        try {
            if (!begun()) {
                response.setContentType(TYPE);
                response.setHeader("Cache-Control", "no-store");
            }
            OutputStream out = response.getOutputStream();
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException gone) {
            throw new ClientGoneException(gone);
        }
    }
}
