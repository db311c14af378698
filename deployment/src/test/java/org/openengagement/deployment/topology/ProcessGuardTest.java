package org.openengagement.deployment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProcessGuardTest {

    @Test
    void no_child_is_left_when_the_guard_ends_not_even_a_frozen_one(@TempDir Path directory) throws IOException {
        ProcessGuard guard = new ProcessGuard();
        ChildProcess running = sleeper("running", directory, guard);
        ChildProcess frozen = sleeper("frozen", directory, guard);
        running.start();
        frozen.start();
        frozen.freeze();
        assertThat(running.isAlive()).isTrue();

        guard.end();

        Await.until("both have ended", () -> !running.isAlive() && !frozen.isAlive());
    }

    private static ChildProcess sleeper(String name, Path directory, ProcessGuard guard) {
        return new ChildProcess(name, List.of("sleep", "1000"), Map.of(), directory.resolve(name), guard);
    }
}
