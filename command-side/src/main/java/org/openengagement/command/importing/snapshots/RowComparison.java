package org.openengagement.command.importing.snapshots;

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
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.translating.CaseMemory;
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
public final class RowComparison {

    private final Row row;
    private final CaseState state;
    private final HeldReferrals referrals;
    private final Identities identities;
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final List<IdentifiedLine> news = new ArrayList<>();
    private int unchanged;

    private RowComparison(Row row, HeldCase held, Identities identities) {
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
    public static RowComparison of(
            Row row, HeldCase held, Set<String> taken, CaseMemory memory, Identities identities) {
        RowComparison found = new RowComparison(row, held, identities);
        found.learnNumbers(memory);
        row.ofCase().forEach(identified -> {
            int before = found.news.size();
            if (!taken.contains(identified.claim())) {
                found.look(identified);
            }
            if (found.news.size() == before) {
                found.unchanged++;
            }
        });
        return found;
    }

    /** What is to be recorded, in order. */
    public List<IdentifiedLine> newLines() {
        return List.copyOf(news);
    }

    /** How many of the row's lines said nothing new. */
    public int unchanged() {
        return unchanged;
    }

    /** The numbers of the referrals that the row speaks of and the case has. */
    Map<String, String> numbers() {
        return Map.copyOf(numbers);
    }

    private void learnNumbers(CaseMemory memory) {
        row.ofCase().forEach(identified -> {
            String referral = identified.line().referral();
            String number = referral == null ? null : memory.referral(identified.caseId(), referral);
            if (referral != null && number != null) {
                String last = referrals.lastOf(number);
                numbers.put(referral, last);
                memory.numberReferrals(identified.caseId(), Map.of(referral, last));
            }
        });
    }

    private void look(IdentifiedLine identified) {
        switch (identified.line().type()) {
            case "ProposalSubmitted" -> {}
            case "ProposalPublished" -> addUnless(state.facts().published(), identified);
            case "ProposalRejected" -> addUnless(state.facts().rejected(), identified);
            case "CaseClosed" -> addUnless(state.facts().closed(), identified);
            case "ReferralIssued" -> lookAtReferral(identified);
            case "ReferralForwarded" -> addUnless(stands(identified, ReferralStatus.FORWARDED), identified);
            case "ReferralObserved" ->
                addUnless(referral(identified) != null && !stands(identified, ReferralStatus.OPEN), identified);
            case "InterimReplyPublished" ->
                addUnless(
                        referrals.isReplied(
                                numbers.get(String.valueOf(identified.line().referral()))),
                        identified);
            case "ResponsePublished" -> lookAtAnswer(identified);
            case "ResponseCorrected" -> addUnless(isSaid(identified), identified);
            default -> news.add(identified);
        }
    }

    private void addUnless(boolean there, IdentifiedLine identified) {
        if (!there) {
            news.add(identified);
        }
    }

    private void lookAtReferral(IdentifiedLine identified) {
        ReferralState there = referral(identified);
        if (there == null) {
            news.add(identified);
            return;
        }
        String to = identified.line().data().text("to");
        boolean moves = there.status() == ReferralStatus.OPEN
                && there.purpose() == ReferralPurpose.ANSWER
                && !referrals.wasAsked(there.number(), to);
        // Where an import died in the middle of a row, the next goes on there.
        if (moves || referrals.wasForwarded(there.number(), to)) {
            String id = String.valueOf(identified.line().referral());
            if (moves) {
                news.add(made(
                        identified, "ReferralForwarded", identified.line().effectiveOn(), data -> data.put("to", to)));
            }
            ImportLine goesOn =
                    line(identified.line(), "ReferralIssued", identified.line().effectiveOn(), data -> {
                        data.put("to", to).put("purpose", "ANSWER").put("forwardedFrom", id);
                        LocalDate due = identified.line().data().dayIfAny("dueOn");
                        if (due != null) {
                            data.put("dueOn", due.toString());
                        }
                    });
            news.add(new IdentifiedLine(goesOn, identified.source(), identified.caseId(), identified.claim(), true));
            moved.add(id);
        }
    }

    private void lookAtAnswer(IdentifiedLine identified) {
        ReferralState there = referral(identified);
        if (there == null || !referrals.isAnswered(there.number())) {
            news.add(identified);
            return;
        }
        String text = identified.line().data().textIfAny("text");
        boolean rowCorrects = row.ofCase().anyMatch(other -> other.line().type().equals("ResponseCorrected"));
        if (text != null
                && !text.isBlank()
                && !rowCorrects
                && !isSaid(identified)
                && !referrals.isClippedAnswer(there.number(), text)) {
            LocalDate last = row.ofCase()
                    .map(each -> each.line().effectiveOn())
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            news.add(made(identified, "ResponseCorrected", last, data -> data.put("text", text)));
        }
    }

    private boolean isSaid(IdentifiedLine identified) {
        ReferralState there = referral(identified);
        return there != null
                && referrals.isAnswered(there.number(), identified.line().data().textIfAny("text"));
    }

    private boolean stands(IdentifiedLine identified, ReferralStatus status) {
        ReferralState referral = referral(identified);
        return referral != null && referral.status() == status;
    }

    /** The referral of the case that a line is about; {@code null} where it has none, or this row just began it. */
    private @Nullable ReferralState referral(IdentifiedLine identified) {
        String id = identified.line().referral();
        String number = id == null || moved.contains(id) ? null : numbers.get(id);
        return number == null ? null : state.referral(number).orElse(null);
    }

    private IdentifiedLine made(IdentifiedLine identified, String type, LocalDate day, Consumer<ObjectNode> data) {
        ImportLine line = line(identified.line(), type, day, data);
        String claim = Identities.claim(identities.line(identified.source().name(), line), 0);
        return new IdentifiedLine(line, identified.source(), identified.caseId(), claim, false);
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
