package org.openengagement.command.importing.remote;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.running.Importer;
import org.openengagement.command.security.Actors;
import org.openengagement.command.security.UnauthenticatedException;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code POST /import}: the body is a file's bytes, the address says what it is ({@link ImportRequest}), the answer is how far
 * the import is, line by line ({@link ProgressLines}). Takes the role ADMIN, and one file at a time.
 *
 * <p>The file arrives whole before anything of it is imported, and is at most {@code oel.import-limit} long, 1 GB where
 * nothing is said. It is kept in the directory of temporary files meanwhile.
 *
 * <p>Where the client goes away the import stops. The same file goes on where it was.
 */
@Controller
final class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

    private final Importer importer;
    private final LedgerStore store;
    private final Actors actors;
    private final long atMost;
    private final Semaphore turn = new Semaphore(1);

    ImportDesk(Importer importer, LedgerStore store, Actors actors, @Value("${oel.import-limit:1GB}") DataSize limit) {
        this.importer = importer;
        this.store = store;
        this.actors = actors;
        this.atMost = limit.toBytes();
    }

    @PostMapping("/import")
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        allowOnlyAdmin();
        refuseForms(request.getContentType());
        store.requireWritership();
        ImportRequest asked = ImportRequest.of(request);
        Spool.refuseOver(atMost, request.getContentLengthLong());
        if (!turn.tryAcquire()) {
            throw new ImportRefusedException(
                    HttpStatus.CONFLICT, "Another import is under way on this server. Try again when it is over.");
        }
        try (Spool body = Spool.of(request.getInputStream(), atMost)) {
            carryOut(asked, body, new ProgressLines(response));
        } finally {
            turn.release();
        }
    }

    private void carryOut(ImportRequest asked, Spool body, ProgressLines progress) throws IOException {
        try {
            importer.run(asked.file(body), asked.options(), progress);
        } catch (ClientGoneException gone) {
            LOG.info("The import of {} was left by its client. Given again, it goes on where it was.", asked.name());
        } catch (Refusal | LineRefusedException refused) {
            if (!progress.begun()) {
                throw refused;
            }
            progress.failed(String.valueOf(refused.getMessage()));
        } catch (LedgerUnavailableException away) {
            if (!progress.begun()) {
                throw away;
            }
            LOG.warn("The import of {} stopped: {}", asked.name(), away.getMessage());
            progress.failed(
                    "The import stopped: the ledger cannot be written here now. %s Give the file again, there or in %d s here: nothing is recorded twice."
                            .formatted(away.getMessage(), seconds(away)));
        } catch (IOException | RuntimeException failure) {
            if (progress.begun()) {
                tellOfFailure(failure, progress);
            }
            throw failure;
        }
    }

    private static void tellOfFailure(Exception failure, ProgressLines progress) {
        try {
            progress.failed(
                    "The import stopped: the server failed, and its log says why. Give the file again then: nothing is recorded twice.");
        } catch (ClientGoneException gone) {
            failure.addSuppressed(gone);
        }
    }

    private void allowOnlyAdmin() {
        Actor caller = actors.need(Role.ADMIN);
        if (caller.role() != Role.ADMIN) {
            throw new ImportRefusedException(
                    HttpStatus.FORBIDDEN, "%s may not import. It takes ADMIN.".formatted(caller.role()));
        }
    }

    /** A form's body would be taken apart for parameters, or be imported with the form's own lines. */
    private static void refuseForms(@Nullable String type) {
        if (type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/"))) {
            throw new ImportRefusedException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send the bytes of the file as they are, with the header Content-Type: application/octet-stream");
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ImportRefusedException refused) {
        return answer(refused.status(), refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(UnauthenticatedException refused) {
        return answer(HttpStatus.UNAUTHORIZED, refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refused) {
        HttpStatus status =
                switch (refused.code()) {
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    default -> HttpStatus.BAD_REQUEST;
                };
        return answer(status, refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(LineRefusedException refused) {
        return answer(HttpStatus.BAD_REQUEST, refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(LedgerUnavailableException away) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(away)))
                .body(ProblemDetail.forStatusAndDetail(status, String.valueOf(away.getMessage())));
    }

    private static long seconds(LedgerUnavailableException away) {
        return Math.max(1, away.retryAfter().toSeconds());
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, RuntimeException refused) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage())));
    }
}
