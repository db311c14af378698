package org.openengagement.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row adds to a case that the ledger holds. A row is a state: a later one tells all over again, and may tell otherwise,
 * what an earlier one told. What stands in the ledger stands; only what is new is recorded:
 *
 * <ul>
 *   <li>the case stands as it was submitted, whatever its title, its text or its day is now: the source's id says that it is
 *       the same case;
 *   <li>a referral, or an end of the case, that there is already is passed over, whatever its day is now;
 *   <li>an institution that becomes known, or is another now, while a referral is open: the referral is forwarded to it on the
 *       day of its delivery, so that its time counts from there as if it had been asked at once;
 *   <li>an answer that reads otherwise now is a correction, on the last day that the row tells of; one that its source clipped,
 *       and shows whole now, or the other way round, is the same.
 * </ul>
 */
final class NewsOfARow {

    private final Row row;
    private final CaseState state;
    private final HeldReferrals referrals;
    private final Identities identities;
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final List<Work> news = new ArrayList<>();
    private int told;

    private NewsOfARow(Row row, HeldCase held, Identities identities) {
        this.row = row;
        this.identities = identities;
        this.state = held.state();
        this.referrals = new HeldReferrals(held);
    }

    /**
     * Compares a row with its case.
     *
     * @param taken the claims of its lines that the ledger holds
     * @param memory finds referrals by the ids of the source, and learns under which number each goes on
     */
    static NewsOfARow of(Row row, HeldCase held, Set<String> taken, CaseMemory memory, Identities identities) {
        NewsOfARow found = new NewsOfARow(row, held, identities);
        found.learnNumbers(memory);
        row.ofCase().forEach(work -> {
            int before = found.news.size();
            if (!taken.contains(work.claim())) {
                found.look(work);
            }
            if (found.news.size() == before) {
                found.told++;
            }
        });
        return found;
    }

    /** What is to be recorded, in order. */
    List<Work> lines() {
        return List.copyOf(news);
    }

    /** How many of the row's lines said nothing new. */
    int told() {
        return told;
    }

    /** The numbers of the referrals that the row speaks of and the case has. */
    Map<String, String> numbers() {
        return Map.copyOf(numbers);
    }

    private void learnNumbers(CaseMemory memory) {
        row.ofCase().forEach(work -> {
            String referral = work.line().referral();
            String number = referral == null ? null : memory.referral(work.caseId(), referral);
            if (referral != null && number != null) {
                String last = referrals.lastOf(number);
                numbers.put(referral, last);
                memory.of(work.caseId()).referrals.put(referral, last);
            }
        });
    }

    private void look(Work work) {
        switch (work.line().type()) {
            case "ProposalSubmitted" -> {}
            case "ProposalPublished" -> addUnless(state.facts().published(), work);
            case "ProposalRejected" -> addUnless(state.facts().rejected(), work);
            case "CaseClosed" -> addUnless(state.facts().closed(), work);
            case "ReferralIssued" -> lookAtReferral(work);
            case "ReferralForwarded" -> addUnless(stands(work, ReferralStatus.FORWARDED), work);
            case "ReferralObserved" -> addUnless(referral(work) != null && !stands(work, ReferralStatus.OPEN), work);
            case "InterimReplyPublished" ->
                addUnless(
                        referrals.isReplied(
                                numbers.get(String.valueOf(work.line().referral()))),
                        work);
            case "ResponsePublished" -> lookAtAnswer(work);
            case "ResponseCorrected" -> addUnless(isSaid(work), work);
            default -> news.add(work);
        }
    }

    private void addUnless(boolean there, Work work) {
        if (!there) {
            news.add(work);
        }
    }

    private void lookAtReferral(Work work) {
        ReferralState there = referral(work);
        if (there == null) {
            news.add(work);
            return;
        }
        String to = work.line().data().text("to");
        boolean moves = there.status() == ReferralStatus.OPEN
                && there.purpose() == ReferralPurpose.ANSWER
                && !referrals.wasAsked(there.number(), to);
        // Where an import died in the middle of a row, the next goes on there.
        if (moves || referrals.wasForwarded(there.number(), to)) {
            String id = String.valueOf(work.line().referral());
            if (moves) {
                news.add(made(work, "ReferralForwarded", work.line().effectiveOn(), data -> data.put("to", to)));
            }
            ImportLine goesOn = line(work.line(), "ReferralIssued", work.line().effectiveOn(), data -> {
                data.put("to", to).put("purpose", "ANSWER").put("forwardedFrom", id);
                LocalDate due = work.line().data().dayIfAny("dueOn");
                if (due != null) {
                    data.put("dueOn", due.toString());
                }
            });
            news.add(new Work(goesOn, work.source(), work.caseId(), work.claim(), true));
            moved.add(id);
        }
    }

    private void lookAtAnswer(Work work) {
        ReferralState there = referral(work);
        if (there == null || !referrals.isAnswered(there.number())) {
            news.add(work);
            return;
        }
        String text = work.line().data().textIfAny("text");
        boolean rowCorrects = row.ofCase().anyMatch(other -> other.line().type().equals("ResponseCorrected"));
        if (text != null
                && !text.isBlank()
                && !rowCorrects
                && !isSaid(work)
                && !referrals.isClippedAnswer(there.number(), text)) {
            LocalDate last = row.ofCase()
                    .map(each -> each.line().effectiveOn())
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            news.add(made(work, "ResponseCorrected", last, data -> data.put("text", text)));
        }
    }

    private boolean isSaid(Work work) {
        ReferralState there = referral(work);
        return there != null
                && referrals.isAnswered(there.number(), work.line().data().textIfAny("text"));
    }

    private boolean stands(Work work, ReferralStatus status) {
        ReferralState referral = referral(work);
        return referral != null && referral.status() == status;
    }

    /** The referral of the case that a line is about; {@code null} where it has none, or this row just began it. */
    private @Nullable ReferralState referral(Work work) {
        String id = work.line().referral();
        String number = id == null || moved.contains(id) ? null : numbers.get(id);
        return number == null ? null : state.referral(number).orElse(null);
    }

    private Work made(Work work, String type, LocalDate day, Consumer<ObjectNode> data) {
        ImportLine line = line(work.line(), type, day, data);
        String claim = Identities.claim(identities.line(work.source().name(), line), 0);
        return new Work(line, work.source(), work.caseId(), claim, false);
    }

    private static ImportLine line(ImportLine like, String type, LocalDate day, Consumer<ObjectNode> data) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        data.accept(fields);
        return new ImportLine(
                like.number(),
                type,
                like.caseId(),
                like.referral(),
                day,
                null,
                Fields.of(like.number(), "data.", fields),
                false,
                like.bytes());
    }
}
