package org.openengagement.command.recordkeeping.importrun;

import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;

/**
 * Opens an import run.
 *
 * @param run a random id
 * @param name the source's name, as its cases give it, or {@code unnamed}; never the file's, which may hold a person's
 * @param format the format it is read as
 * @param sha256 lower-case hex of the SHA-256 of the file's bytes
 */
public record OpenImportRun(String run, String name, String format, String sha256) implements Command.Plain {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public OpenImportRun {
        Bounds.text("run", run, 100);
        Bounds.text("name", name, 200);
        Bounds.text("format", format, 100);
        if (!SHA256.matcher(sha256).matches()) {
            throw Refusal.invalid("sha256", "sha256 must be 64 lower-case hexadecimal digits.");
        }
    }
}
