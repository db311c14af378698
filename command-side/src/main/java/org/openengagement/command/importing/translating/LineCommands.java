package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.store.ClaimTakenException;

/** Runs the commands of lines: what a line asks for, by its verb, and before it what the line needs and does not say. */
public final class LineCommands {

    private final CommandRunner runner;
    private final Identities identities;
    private final @Nullable NamedInstitutions institutions;

    /**
     * @param runner where the commands go
     * @param identities makes claims of ids of the source
     * @param institutions registers what lines name and nobody registered; {@code null} where that is not asked for
     */
    public LineCommands(CommandRunner runner, Identities identities, @Nullable NamedInstitutions institutions) {
        this.runner = runner;
        this.identities = identities;
        this.institutions = institutions;
    }

    /**
     * Carries out a line.
     *
     * @throws LineRefusedException if it cannot be imported as it stands
     * @throws Refusal if one of its commands is refused
     */
    public void carryOut(IdentifiedLine identified, CaseMemory memory) {
        ImportLine line = identified.line();
        switch (Verbs.of(line)) {
            case RegisterVerb verb -> {
                verb.requireKnownFields(line.data());
                runner.run(verb.command(line.data()), line.effectiveOn(), Set.of(identified.claim()));
            }
            case CaseVerb verb -> carryOut(verb, new CaseLine(identified, memory, identities, institutions != null));
            case MadeAnew verb -> throw Verbs.notTakenYet(line);
            case NotTakenYet verb -> throw Verbs.notTakenYet(line);
        }
    }

    private void carryOut(CaseVerb verb, CaseLine line) {
        requireFittingCase(verb, line);
        verb.requireKnownFields(line.data());
        Command<?> command = verb.command(line);
        prepare(verb, line, command);
        verb.remember(line, runner.run(command, line.day(), claims(verb, line)));
    }

    private static void requireFittingCase(CaseVerb verb, CaseLine line) {
        boolean there = line.known().submittedOn() != null;
        if (!verb.beginsCase() && !there) {
            throw line.refused("the ledger holds no case %s of this source."
                    .formatted(line.line().caseId()));
        }
        if (verb.beginsCase() && there) {
            throw line.refused("case %s is in the ledger already, and its submission differs from this line."
                    .formatted(line.line().caseId()));
        }
    }

    /**
     * Records what a line needs and does not say: the institution that it names, the publication of its case. Nothing of a
     * refused line is stored, so the line itself is decided first.
     */
    private void prepare(CaseVerb verb, CaseLine line, Command<?> command) {
        boolean publishes = verb.needsPublication() && line.known().isWaitingForPublication();
        RegisterInstitution missing =
                institutions == null ? null : institutions.missing(verb.namedInstitution(line.data()));
        if (publishes || missing != null) {
            Caller caller = Caller.of(Actor.IMPORT, line.day());
            Set<String> claims = claims(verb, line);
            claims.stream().filter(line.memory()::holds).findAny().ifPresent(taken -> {
                throw new ClaimTakenException(taken);
            });
            try {
                runner.tryOut(command, publishes ? caller.presumingPublication() : caller, claims);
            } catch (Refusal refused) {
                if (missing == null || !lacksOnlyTheInstitution(refused)) {
                    throw refused;
                }
            }
        }
        if (institutions != null && missing != null) {
            institutions.register(missing, registers -> runner.run(registers, line.day(), Set.of()));
        }
        if (publishes) {
            publish(line);
        }
    }

    private static boolean lacksOnlyTheInstitution(Refusal refused) {
        return refused.code() == RefusalCode.NOT_FOUND && refused.field().equals(List.of("institution"));
    }

    /** A source that shows a case says that it is public: since its submission, where it does not say since when. */
    private void publish(CaseLine line) {
        LocalDate submittedOn = line.known().submittedOn();
        runner.run(new PublishProposal(line.caseId()), submittedOn == null ? line.day() : submittedOn, Set.of());
        line.known().waitsNoMore();
    }

    private static Set<String> claims(CaseVerb verb, CaseLine line) {
        Set<String> claims = new HashSet<>(verb.claims(line));
        claims.add(line.identified().claim());
        return claims;
    }
}
