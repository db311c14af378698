package org.openengagement.deployment.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of the deployment, which can be killed, frozen, and started again. */
public final class ChildProcess {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final ProcessGuard guard;
    private @Nullable Process process;

    /** @param log what it says is added here, over all its lives */
    public ChildProcess(
            String name, List<String> command, Map<String, String> environment, Path log, ProcessGuard guard) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.guard = guard;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already.");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            guard.guard(started);
            process = started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As the kernel ends it: at once, in the middle of whatever it does. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    /** As an operator ends it: it may finish what it does. */
    public synchronized void end() {
        if (process != null) {
            process.destroy();
            awaitEnd(process);
        }
    }

    /** From now on it does nothing, and does not know it. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(30, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException(name + " does not end; see " + log);
            }
            guard.release(ending);
            process = null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private synchronized void signal(String signal) {
        if (process == null) {
            return;
        }
        try {
            int status = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0 && process.isAlive()) {
                throw new IllegalStateException("kill %s of %s ended with %d".formatted(signal, name, status));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
