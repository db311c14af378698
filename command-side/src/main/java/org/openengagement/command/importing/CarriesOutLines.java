package org.openengagement.command.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.CaseMemory.Remembered;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.intake.publish.PublishProposal;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** Gives the commands of lines, and counts what becomes of them. From any number of threads. */
final class CarriesOutLines {

    /** Entry 0 has taken it for ever: a command that claims it as well is decided, and then recorded nowhere. */
    private static final String TAKEN_FOR_EVER = Streams.LEDGER + "#0";

    /** How often a line is given while the ledger cannot be reached; each attempt waits by itself for an answer. */
    static final int ATTEMPTS = 12;

    private final Commands commands;
    private final Identities identities;
    private final ImportRun run;
    private final ImportOptions options;
    private final Tally tally;
    private final NamedInstitutions institutions;

    CarriesOutLines(
            Commands commands,
            Identities identities,
            ImportRun run,
            ImportOptions options,
            Tally tally,
            NamedInstitutions institutions) {
        this.commands = commands;
        this.identities = identities;
        this.run = run;
        this.options = options;
        this.tally = tally;
        this.institutions = institutions;
    }

    /** A line of a case. */
    void ofCase(Work work, CaseMemory memory) {
        if (options.strict() && tally.anyRefused()) {
            return;
        }
        ImportLine line = work.line();
        counted(work, memory, () -> {
            Remembered known = memory.of(work.caseId());
            upholdThereIsSuchACase(work, known);
            Command<?> command = new CaseLines(memory, options.registerInstitutions(), work).command();
            prepare(work, known, command);
            learn(work, known, dispatch(command, line.effectiveOn(), claims(work)));
            tally.accepted();
        });
    }

    /** A line of the register. */
    void ofRegister(Work work, CaseMemory memory) {
        ImportLine line = work.line();
        counted(work, memory, () -> {
            dispatch(
                    switch (line.type()) {
                        case "InstitutionRegistered" -> RegisterLines.institution(line);
                        case "LegalBasisEnacted" -> RegisterLines.legalBasis(line);
                        default -> RegisterLines.calendar(line);
                    },
                    line.effectiveOn(),
                    Set.of(work.claim()));
            tally.accepted();
        });
    }

    private void counted(Work work, CaseMemory memory, Runnable attempt) {
        ImportLine line = work.line();
        try {
            patiently(work, memory, attempt);
        } catch (ClaimTakenException there) {
            if (memory.holds(work.claim())) {
                tally.repeated();
            } else {
                tally.refused(
                        line.number(), "another line of the case has used the id of its referral or response already.");
            }
        } catch (LineRefusedException refused) {
            tally.refused(line.number(), String.valueOf(refused.getMessage()));
        } catch (Refusal refused) {
            tally.refused(line.number(), String.valueOf(refused.getMessage()));
        }
    }

    /** Whether an attempt that got no answer was recorded, its claim tells: a line is never recorded twice. */
    private void patiently(Work work, CaseMemory memory, Runnable attempt) {
        for (int made = 1; ; made++) {
            try {
                if (made > 1 && memory.holds(work.claim())) {
                    tally.accepted();
                } else {
                    attempt.run();
                }
                return;
            } catch (LedgerUnavailableException unanswered) {
                if (made == ATTEMPTS) {
                    throw unanswered;
                }
                memory.forget(work);
            }
        }
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
    private void prepare(Work work, Remembered known, Command<?> command) {
        ImportLine line = work.line();
        boolean publishes = known.waitsForPublication && LineTypes.NEED_PUBLICATION.contains(line.type());
        RegisterInstitution missing = options.registerInstitutions() ? institutions.missing(line) : null;
        if (publishes || missing != null) {
            Caller caller = Caller.of(Actor.IMPORT, line.effectiveOn());
            try {
                tryOut(command, publishes ? caller.presumingPublication() : caller, claims(work));
            } catch (Refusal refused) {
                if (missing == null || !RegisterLines.isForWantOfAnInstitution(refused)) {
                    throw refused;
                }
            }
        }
        if (missing != null) {
            institutions.register(missing, registers -> dispatch(registers, line.effectiveOn(), Set.of()));
        }
        if (publishes) {
            publish(work, known);
        }
    }

    /** A source that shows a case says that it is public: since its submission, where it does not say since when. */
    private void publish(Work work, Remembered known) {
        LocalDate day = known.submittedOn;
        dispatch(new PublishProposal(work.caseId()), day == null ? work.line().effectiveOn() : day, Set.of());
        known.waitsForPublication = false;
    }

    private Set<String> claims(Work work) {
        Set<String> claims = new HashSet<>(Set.of(work.claim()));
        ImportLine line = work.line();
        if (line.type().equals("ReferralIssued")) {
            if (line.referral() == null) {
                throw new LineRefusedException(line.number(), "it must say which referral it is about.");
            }
            claims.add(identities.referral(work.caseId(), line.referral()));
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

    /** Has a command decided, and recorded nowhere. */
    private void tryOut(Command<?> command, Caller caller, Set<String> claims) {
        Set<String> more = new HashSet<>(claims);
        more.add(TAKEN_FOR_EVER);
        try {
            commands.dispatch(command, caller.claiming(more));
        } catch (ClaimTakenException decided) {
            if (!decided.claim().equals(TAKEN_FOR_EVER)) {
                throw decided;
            }
        }
    }

    private Object dispatch(Command<?> command, LocalDate day, Set<String> claims) {
        if (run.isTryingFirst()) {
            tryOut(command, Caller.of(Actor.IMPORT, day), claims);
        }
        return commands.dispatch(
                        command,
                        Caller.of(Actor.IMPORT, day).because(run.opening()).claiming(claims))
                .result();
    }
}
