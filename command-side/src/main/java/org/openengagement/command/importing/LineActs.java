package org.openengagement.command.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.CaseMemory.Remembered;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.store.ClaimTakenException;

/** What a line leads to: its command, what must stand before it, and what is to be remembered of it. */
final class LineActs {

    private final Giving giving;
    private final Identities identities;
    private final @Nullable NamedInstitutions institutions;

    /**
     * @param giving where the commands go
     * @param institutions registers what lines name and nobody registered; {@code null} where that is not asked for
     */
    LineActs(Giving giving, Identities identities, @Nullable NamedInstitutions institutions) {
        this.giving = giving;
        this.identities = identities;
        this.institutions = institutions;
    }

    /**
     * Carries out a line.
     *
     * @throws LineRefusedException if it says what cannot be meant
     * @throws Refusal if one of its commands is refused
     */
    void carryOut(Work work, CaseMemory memory) {
        ImportLine line = work.line();
        if (!work.ofCase()) {
            giving.give(RegisterCommands.command(line), line.effectiveOn(), Set.of(work.claim()));
            return;
        }
        Remembered known = memory.of(work.caseId());
        upholdThereIsSuchACase(work, known);
        Command<?> command = new CaseCommands(memory, institutions != null, work).command();
        prepare(work, memory, command);
        learn(work, known, giving.give(command, line.effectiveOn(), claims(work, memory)));
    }

    private static void upholdThereIsSuchACase(Work work, Remembered known) {
        ImportLine line = work.line();
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
    private void prepare(Work work, CaseMemory memory, Command<?> command) {
        ImportLine line = work.line();
        Remembered known = memory.of(work.caseId());
        boolean publishes = known.waitsForPublication && LineTypes.NEED_PUBLICATION.contains(line.type());
        RegisterInstitution missing = institutions == null ? null : institutions.missing(line);
        if (publishes || missing != null) {
            Caller caller = Caller.of(Actor.IMPORT, line.effectiveOn());
            Set<String> claims = claims(work, memory);
            claims.stream().filter(memory::holds).findAny().ifPresent(taken -> {
                throw new ClaimTakenException(taken);
            });
            try {
                giving.tryOut(command, publishes ? caller.presumingPublication() : caller, claims);
            } catch (Refusal refused) {
                if (missing == null || !RegisterCommands.isForWantOfAnInstitution(refused)) {
                    throw refused;
                }
            }
        }
        if (institutions != null && missing != null) {
            institutions.register(missing, registers -> giving.give(registers, line.effectiveOn(), Set.of()));
        }
        if (publishes) {
            publish(work, known);
        }
    }

    /** A source that shows a case says that it is public: since its submission, where it does not say since when. */
    private void publish(Work work, Remembered known) {
        LocalDate day = known.submittedOn;
        giving.give(
                new PublishProposal(work.caseId()), day == null ? work.line().effectiveOn() : day, Set.of());
        known.waitsForPublication = false;
    }

    private Set<String> claims(Work work, CaseMemory memory) {
        Set<String> claims = new HashSet<>(Set.of(work.claim()));
        ImportLine line = work.line();
        if (line.type().equals("ReferralIssued")) {
            if (line.referral() == null) {
                throw new LineRefusedException(line.number(), "it must say which referral it is about.");
            }
            String before = work.goesOn() ? memory.referral(work.caseId(), line.referral()) : null;
            claims.add(
                    before == null
                            ? identities.referral(work.caseId(), line.referral())
                            : identities.goesOn(work.caseId(), before));
        }
        if (line.type().startsWith("Response")) {
            String response = line.data().textIfAny("response");
            if (response != null) {
                claims.add(identities.response(work.caseId(), response));
            }
        }
        return claims;
    }

    private static void learn(Work work, Remembered known, Object answer) {
        ImportLine line = work.line();
        switch (line.type()) {
            case "ProposalSubmitted" -> {
                known.submittedOn = line.effectiveOn();
                known.waitsForPublication = !work.source().publishesAtOnce();
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
