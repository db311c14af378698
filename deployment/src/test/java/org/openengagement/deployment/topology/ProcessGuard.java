package org.openengagement.deployment.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that no child outlives this process, however this process ends: a shell that is told every child's id, and
 * kills those that are left once the pipe from here closes.
 */
public final class ProcessGuard {

    private static final String WATCH = """
            trap '' INT TERM HUP
            children=' '
            while read -r action child; do
                case $action in
                    guard) children="$children$child " ;;
                    release) children=${children/ $child / } ;;
                esac
            done
            for child in $children; do kill -KILL "$child" 2>/dev/null; done
            """;

    private final Process watcher;
    private final OutputStream pipe;

    public ProcessGuard() {
        try {
            watcher = new ProcessBuilder("bash", "-c", WATCH)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        }
        pipe = watcher.getOutputStream();
    }

    void guard(Process child) {
        tell("guard", child);
    }

    /** The child has ended, and its id may soon be another's. */
    void release(Process child) {
        tell("release", child);
    }

    private synchronized void tell(String action, Process child) {
        try {
            pipe.write("%s %d%n".formatted(action, child.pid()).getBytes(US_ASCII));
            pipe.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Kills what is left of the children. */
    public void end() {
        try {
            pipe.close();
            if (!watcher.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The watcher of the child processes does not end.");
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
