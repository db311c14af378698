package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.util.FileSystemUtils;

/**
 * One served ledger with the village in it, for all test classes that only read. A class that asks for a {@link ServedLedger}
 * as a parameter gets it; it is begun for the first of them and closed after the last class of the module. A class that writes
 * to it fails.
 */
final class ReadersVillage implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(ReadersVillage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServedLedger.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context).ledger;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Shared shared = shared(context);
        assertThat(shared.size()).as("entries of the ledger that is only read").isEqualTo(shared.sizeAtFirst);
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot().getStore(ROOM).computeIfAbsent(Shared.class, village -> new Shared(), Shared.class);
    }

    private static final class Shared implements AutoCloseable {

        private final Path directory;
        private final ServedLedger ledger;
        private final long sizeAtFirst;

        Shared() {
            try {
                directory = Files.createTempDirectory("oel-readers-village");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            ledger = ServedLedger.in(directory);
            Village.bringIn(ledger.running());
            ledger.untilReached();
            sizeAtFirst = size();
        }

        long size() {
            return ledger.running().part(LedgerStore.class).size();
        }

        @Override
        public void close() throws IOException {
            ledger.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
