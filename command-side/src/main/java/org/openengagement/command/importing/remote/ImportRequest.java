package org.openengagement.command.importing.remote;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.springframework.http.HttpStatus;

/**
 * What a client asks for in the address; the body is the bytes of the file.
 *
 * @param name {@code name}: what the file is called, 1 to 200 characters; stands in this server's log at most, never in the ledger
 * @param format {@code format}: one of {@link Formats#NAMES}; the ledger's own where none is named
 * @param options {@code registerInstitutions} and {@code strict}: {@code true} or {@code false}, which is meant where
 *     nothing is said
 * @param sha256 {@code sha256}: hex of the SHA-256 of the whole body, so that one that was altered is refused
 * @param beside {@code beside}: how many of the body's last bytes are the file that the format takes together with this
 *     one; without it there is no such file
 */
record ImportRequest(
        String name,
        String format,
        ImportOptions options,
        @Nullable String sha256,
        @Nullable Long beside) {

    /** @throws Refusal if something of this is wrong */
    static ImportRequest of(HttpServletRequest request) {
        String name = request.getParameter("name");
        if (name == null) {
            throw Refusal.invalid("name", "Say what the file is called: name=FILE in the address.");
        }
        String named = request.getParameter("format");
        String format = named == null ? Formats.OWN : named;
        if (!Formats.NAMES.contains(format)) {
            throw Refusal.invalid(
                    "format",
                    "format names nothing that can be imported; known are %s."
                            .formatted(String.join(", ", Formats.NAMES)));
        }
        return new ImportRequest(
                Bounds.text("name", name, 200),
                format,
                new ImportOptions(flag(request, "registerInstitutions"), flag(request, "strict")),
                hash(request.getParameter("sha256")),
                beside(request.getParameter("beside"), format));
    }

    /**
     * The file in a body.
     *
     * @throws ImportRefusedException if it is not the one that the client meant
     */
    ImportFile file(Spool body) throws IOException {
        long size = body.size();
        String whole = ImportFile.sha256(body.part(0, size));
        if (sha256 != null && !sha256.equals(whole)) {
            throw new ImportRefusedException(
                    HttpStatus.BAD_REQUEST,
                    "What arrived has not the SHA-256 that was announced: it was cut off or altered on its way, or the file changed meanwhile. Nothing of it was imported.");
        }
        if (beside == null) {
            return new ImportFile(format, whole, body.part(0, size), null);
        }
        if (beside > size) {
            throw new ImportRefusedException(HttpStatus.BAD_REQUEST, "beside is more than the whole body is long.");
        }
        ImportFile.Content content = body.part(0, size - beside);
        return new ImportFile(format, ImportFile.sha256(content), content, body.part(size - beside, size));
    }

    private static boolean flag(HttpServletRequest request, String field) {
        String said = request.getParameter(field);
        return switch (said == null ? "false" : said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid(field, "%s must be true or false.".formatted(field));
        };
    }

    private static @Nullable String hash(@Nullable String said) {
        if (said != null && !said.matches("[0-9a-fA-F]{64}")) {
            throw Refusal.invalid("sha256", "sha256 must be 64 hexadecimal digits.");
        }
        return said == null ? null : said.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long beside(@Nullable String said, String format) {
        if (said == null) {
            return null;
        }
        if (!said.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("beside", "beside must be a number of bytes.");
        }
        if (!Formats.takesAnother(format)) {
            throw Refusal.invalid("beside", "%s takes no file beside.".formatted(format));
        }
        return Long.valueOf(said);
    }
}
