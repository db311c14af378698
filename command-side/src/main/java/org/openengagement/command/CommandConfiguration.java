package org.openengagement.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.command.api.CaseDesk;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.cases.AccessCodes;
import org.openengagement.command.cases.CaseDirectory;
import org.openengagement.command.dispatch.BackOff;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.keys.Keys;
import org.openengagement.command.recordkeeping.LedgerDays;
import org.openengagement.command.recordkeeping.open.LedgerOpening;
import org.openengagement.command.roles.Today;
import org.openengagement.command.security.Actors;
import org.openengagement.command.slices.DeclaredSlices;
import org.openengagement.ledger.axon.LedgerWritingConfiguration;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.intake.Reference;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.start.UnusableSettingException;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.mongo.Fingerprints;
import org.openengagement.schema.SchemaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side as beans. Starting it opens an empty ledger, or checks one that has begun against the keys. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerWritingConfiguration.class, SchemaConfiguration.class})
class CommandConfiguration {

    private static final int CASE_ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Bean
    Keys keys(@Value("${oel.key-dir}") String directory, LedgerStore store) {
        Path path = Path.of(directory);
        return store.size() == 0 ? Keys.made(path, random) : Keys.kept(path);
    }

    @Bean
    Today today(OpenedLedger ledger, ObjectProvider<Clock> clock, @Value("${oel.zone:UTC}") String zone) {
        return new LedgerDays(ledger, clock.getIfAvailable(Clock::systemUTC), zoneOf(zone));
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UnusableSettingException(
                    "oel.zone is %s, which is no time zone; it must be an IANA name such as Europe/Skopje."
                            .formatted(name),
                    unknown);
        }
    }

    @Bean
    Commands commands(EventStore eventStore, LedgerStore store, OpenedLedger ledger, Today today) {
        return new Commands(
                CommandSide.bus(eventStore, today, () -> Reference.random(random)),
                store,
                ledger,
                BackOff.doubling(random));
    }

    @Bean
    LedgerOpened ledgerOpened(
            Commands commands,
            OpenedLedger ledger,
            Keys keys,
            Fingerprints fingerprints,
            Today today,
            @Value("${oel.origin:localhost/ledger}") String origin,
            @Value("${oel.zone:UTC}") String zone,
            @Value("${oel.languages:en}") List<String> languages) {
        return new LedgerOpening(commands, ledger, keys, fingerprints::kept, today, BackOff.doubling(random))
                .ensureOpen(origin, zone, languages);
    }

    @Bean
    CaseDirectory caseDirectory(LedgerStore store) {
        return new CaseDirectory(store);
    }

    @Bean
    AccessCodes accessCodes(Keys keys) {
        return new AccessCodes(keys.vault());
    }

    @Bean
    MutationDesk mutationDesk(Commands commands, Actors actors, Today today, Keys keys) {
        return new MutationDesk(DeclaredSlices.ofTheCommandSide(), commands, actors, today, keys.identity());
    }

    @Bean
    CaseDesk caseDesk(MutationDesk desk, CaseDirectory cases) {
        return new CaseDesk(desk, cases);
    }

    @Bean
    Supplier<String> caseIds() {
        return () -> {
            byte[] id = new byte[CASE_ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }
}
