package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.translating.CaseMemory.Remembered;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.store.ClaimTakenException;

/** What a line leads to: its command, what must stand before it, and what is to be remembered of it. */
public final class LineCommands {

    private final CommandRunner runner;
    private final Identities identities;
    private final @Nullable NamedInstitutions institutions;

    /**
     * @param giving where the commands go
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
     * @throws LineRefusedException if it says what cannot be meant
     * @throws Refusal if one of its commands is refused
     */
    public void carryOut(IdentifiedLine identified, CaseMemory memory) {
        ImportLine line = identified.line();
        if (!identified.ofCase()) {
            runner.run(RegisterCommands.command(line), line.effectiveOn(), Set.of(identified.claim()));
            return;
        }
        Remembered known = memory.of(identified.caseId());
        upholdThereIsSuchACase(identified, known);
        Command<?> command = new CaseCommands(memory, institutions != null, identified).command();
        prepare(identified, memory, command);
        learn(identified, known, runner.run(command, line.effectiveOn(), claims(identified, memory)));
    }

    private static void upholdThereIsSuchACase(IdentifiedLine identified, Remembered known) {
        ImportLine line = identified.line();
        boolean begins = line.type().equals("ProposalSubmitted");
        if (!begins && known.submittedOn == null) {
            throw new LineRefusedException(
                    line.number(), "the ledger holds no case %s of this source.".formatted(line.caseId()));
        }
        if (begins && known.submittedOn != null) {
            throw new LineRefusedException(
                    line.number(),
                    "case %s is in the ledger already, submitted otherwise than here.".formatted(line.caseId()));
        }
    }

    /**
     * Records what a line needs and does not say: the institution that it names, the publication of its case. Nothing of a
     * refused line is stored, so the line itself is decided first.
     */
    private void prepare(IdentifiedLine identified, CaseMemory memory, Command<?> command) {
        ImportLine line = identified.line();
        Remembered known = memory.of(identified.caseId());
        boolean publishes = known.waitsForPublication && LineTypes.NEED_PUBLICATION.contains(line.type());
        RegisterInstitution missing = institutions == null ? null : institutions.missing(line);
        if (publishes || missing != null) {
            Caller caller = Caller.of(Actor.IMPORT, line.effectiveOn());
            Set<String> claims = claims(identified, memory);
            claims.stream().filter(memory::holds).findAny().ifPresent(taken -> {
                throw new ClaimTakenException(taken);
            });
            try {
                runner.tryOut(command, publishes ? caller.presumingPublication() : caller, claims);
            } catch (Refusal refused) {
                if (missing == null || !RegisterCommands.isForWantOfAnInstitution(refused)) {
                    throw refused;
                }
            }
        }
        if (institutions != null && missing != null) {
            institutions.register(missing, registers -> runner.run(registers, line.effectiveOn(), Set.of()));
        }
        if (publishes) {
            publish(identified, known);
        }
    }

    /** A source that shows a case says that it is public: since its submission, where it does not say since when. */
    private void publish(IdentifiedLine identified, Remembered known) {
        LocalDate day = known.submittedOn;
        runner.run(
                new PublishProposal(identified.caseId()),
                day == null ? identified.line().effectiveOn() : day,
                Set.of());
        known.waitsForPublication = false;
    }

    private Set<String> claims(IdentifiedLine identified, CaseMemory memory) {
        Set<String> claims = new HashSet<>(Set.of(identified.claim()));
        ImportLine line = identified.line();
        if (line.type().equals("ReferralIssued")) {
            if (line.referral() == null) {
                throw new LineRefusedException(line.number(), "it must say which referral it is about.");
            }
            String before = identified.goesOn() ? memory.referral(identified.caseId(), line.referral()) : null;
            claims.add(
                    before == null
                            ? identities.referral(identified.caseId(), line.referral())
                            : identities.goesOn(identified.caseId(), before));
        }
        if (line.type().startsWith("Response")) {
            String response = line.data().textIfAny("response");
            if (response != null) {
                claims.add(identities.response(identified.caseId(), response));
            }
        }
        return claims;
    }

    private static void learn(IdentifiedLine identified, Remembered known, Object answer) {
        ImportLine line = identified.line();
        switch (line.type()) {
            case "ProposalSubmitted" -> {
                known.submittedOn = line.effectiveOn();
                known.waitsForPublication = !identified.source().publishesAtOnce();
            }
            case "ProposalPublished", "ProposalRejected", "ProposalWithdrawn" -> known.waitsForPublication = false;
            case "ReferralIssued" -> known.referrals.put(String.valueOf(line.referral()), (String) answer);
            case "ResponsePublished", "ResponseCorrected" -> {
                Answered answered = (Answered) answer;
                String response = line.data().textIfAny("response");
                if (response != null) {
                    known.responses.put(response, answered.response());
                }
                known.lastResponse.put(answered.referral(), answered.response());
            }
            default -> {}
        }
    }
}
